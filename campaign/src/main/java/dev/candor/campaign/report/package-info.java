/** Findings as tables: Parquet, CSV and JSON lines. */
@NullMarked
package dev.candor.campaign.report;

import org.jspecify.annotations.NullMarked;
