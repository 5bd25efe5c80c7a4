/** The report as SARIF 2.1.0, the OASIS format that code-scanning services read. */
@NullMarked
package dev.candor.audit.sarif;

import org.jspecify.annotations.NullMarked;
