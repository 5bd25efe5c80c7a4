/** Detection of coordinated accounts on Apache Spark: the same SQL, the same answers. */
@NullMarked
package dev.candor.spark;

import org.jspecify.annotations.NullMarked;
