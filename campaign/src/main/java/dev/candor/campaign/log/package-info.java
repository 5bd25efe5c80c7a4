/** Exchange logs: Parquet, CSV and JSON lines, read into one view of typed rows. */
@NullMarked
package dev.candor.campaign.log;

import org.jspecify.annotations.NullMarked;
