package dev.candor.fleet.check;

import dev.candor.audit.Format;

/** One way to write what another policy changes. */
public interface PolicyDifferenceFormat extends Format<PolicyDifference> {}
