package dev.candor.audit.request;

import dev.candor.audit.Format;

/** One way to write a letter. */
public interface LetterFormat extends Format<Letter> {}
