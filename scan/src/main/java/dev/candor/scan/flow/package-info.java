/**
 * The way from the environment into outgoing text: where a module reads its environment, what it
 * compares that with, where it picks between look-alikes, and whether the one decides the other.
 */
@NullMarked
package dev.candor.scan.flow;

import org.jspecify.annotations.NullMarked;
