/** Source text as tokens and trees: what stands where, which name means what. */
@NullMarked
package dev.candor.scan.syntax;

import org.jspecify.annotations.NullMarked;
