package dev.candor.policy;

import java.util.Optional;

/**
 * What a rule says an audit has found.
 *
 * @param attestation file of the signed report, as the policy names it
 * @param key file of the public key that must have signed it
 * @param verdict that the report must have, as {@code covert}
 * @param mechanism that the report must have found
 */
public record Citation(
    String attestation, String key, Optional<String> verdict, Optional<String> mechanism) {}
