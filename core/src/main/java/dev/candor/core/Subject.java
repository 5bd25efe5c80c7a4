package dev.candor.core;

import java.util.Optional;

/**
 * What a report speaks of: one published package version or one local file or folder.
 *
 * @param purl package URL; for something local {@code pkg:generic/NAME}
 * @param digest digest of the published file; empty for a folder
 */
public record Subject(String purl, Optional<Digest> digest) {}
