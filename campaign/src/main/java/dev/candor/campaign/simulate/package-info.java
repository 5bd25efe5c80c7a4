/** Made-up exchange logs with labels: an organic population and campaigns in it. */
@NullMarked
package dev.candor.campaign.simulate;

import org.jspecify.annotations.NullMarked;
