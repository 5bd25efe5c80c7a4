package dev.candor.artifact;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a package, as its registry knows it.
 *
 * @param version an exact semantic version
 * @param published when, by the registry's own word; empty where it does not say
 * @param available false where the publisher has taken it back (unpublished)
 * @param deprecated the publisher's message, where there is one; hostile text
 * @param digest the strongest that the registry names of its file, as {@code sha512-} and base64 or
 *     {@code sha1-} and hexadecimal; of what was taken back, empty
 */
public record PublishedVersion(
    String version,
    Optional<Instant> published,
    boolean available,
    Optional<String> deprecated,
    Optional<String> digest) {}
