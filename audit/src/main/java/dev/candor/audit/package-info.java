/** From findings to reports: what was found, in words, as JSON and as SARIF. */
@NullMarked
package dev.candor.audit;

import org.jspecify.annotations.NullMarked;
