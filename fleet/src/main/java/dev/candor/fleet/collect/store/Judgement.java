package dev.candor.fleet.collect.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule of a policy that an installation is against.
 *
 * @param effect in the policy's word, as {@code deny}
 * @param rule its name in the policy
 * @param reason for people
 * @param replacement what to use instead
 * @param effective since when the rule has held; {@link Instant#EPOCH} where it always has
 */
public record Judgement(
    String effect, String rule, String reason, Optional<String> replacement, Instant effective) {}
