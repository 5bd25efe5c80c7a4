package dev.candor.audit.verify;

import dev.candor.audit.Format;

/** One way to write what a verification found. */
public interface VerifiedFormat extends Format<Verified> {}
