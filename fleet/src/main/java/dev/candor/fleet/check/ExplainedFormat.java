package dev.candor.fleet.check;

import dev.candor.audit.Format;

/** One way to write why a policy decides as it does. */
public interface ExplainedFormat extends Format<PolicyExplained> {}
