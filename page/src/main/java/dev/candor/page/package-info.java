/** What pages of HTML have in common: the style, the policy, and the only way of data into them. */
@NullMarked
package dev.candor.page;

import org.jspecify.annotations.NullMarked;
