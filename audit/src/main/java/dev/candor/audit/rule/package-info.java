/** The rules, one class each; the page behind each is {@code docs/rules/ID.md}. */
@NullMarked
package dev.candor.audit.rule;

import org.jspecify.annotations.NullMarked;
