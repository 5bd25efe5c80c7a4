/** What runs on machines: inventory, its check against a policy, what to do about it. */
@NullMarked
package dev.candor.fleet;

import org.jspecify.annotations.NullMarked;
