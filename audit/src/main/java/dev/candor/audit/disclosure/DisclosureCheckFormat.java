package dev.candor.audit.disclosure;

import dev.candor.audit.Format;

/** One way to write what a disclosure covers of a report. */
public interface DisclosureCheckFormat extends Format<DisclosureCheck> {}
