/** Findings as one page of HTML; its templates are in {@code src/main/jte}. */
@NullMarked
package dev.candor.campaign.html;

import org.jspecify.annotations.NullMarked;
