/**
 * Static recovery of what a package hides: tables stored encoded, and the code that decodes them.
 */
@NullMarked
package dev.candor.scan;

import org.jspecify.annotations.NullMarked;
