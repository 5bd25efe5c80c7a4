package dev.candor.fleet.check;

import dev.candor.audit.Format;

/** One way to write what a policy says of inventories. */
public interface CheckFormat extends Format<PolicyCheck> {}
