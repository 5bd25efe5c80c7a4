package dev.candor.artifact;

import dev.candor.core.ByteRange;

/**
 * One file that a {@link Carver} found inside a larger one.
 *
 * @param name its path inside, with {@code /}, chosen by whoever packed it; follows the {@code !}
 *     of a module's name
 * @param language how to read it
 * @param range its bytes, counted in the content that was carved
 */
public record Piece(String name, Language language, ByteRange range) {}
