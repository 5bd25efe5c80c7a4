package dev.candor.audit.track;

import dev.candor.audit.Format;

/** One way to write the history of a package. */
public interface HistoryFormat extends Format<History> {}
