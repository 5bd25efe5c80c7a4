/**
 * What outgoing traffic depends on: from the exchanges of trials in known environments to signals,
 * with test, codebook and capacity. Nothing here runs or contacts anything.
 */
@NullMarked
package dev.candor.lab.inference;

import org.jspecify.annotations.NullMarked;
