/** Sketches of texts: numbers by which texts that are alike are found without the texts. */
@NullMarked
package dev.candor.campaign.sketch;

import org.jspecify.annotations.NullMarked;
