/** How well detection did on a log with labels, and how well simpler methods do. */
@NullMarked
package dev.candor.campaign.evaluate;

import org.jspecify.annotations.NullMarked;
