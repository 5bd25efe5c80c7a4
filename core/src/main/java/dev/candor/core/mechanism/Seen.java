package dev.candor.core.mechanism;

import dev.candor.core.Digest;
import java.util.Optional;

/**
 * An artifact in which a mechanism was found.
 *
 * @param purl with its version
 */
public record Seen(String purl, Optional<Digest> digest) {}
