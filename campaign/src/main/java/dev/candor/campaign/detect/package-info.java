/** Which accounts act together, and why: evidence, groups, and what chance alone would give. */
@NullMarked
package dev.candor.campaign.detect;

import org.jspecify.annotations.NullMarked;
