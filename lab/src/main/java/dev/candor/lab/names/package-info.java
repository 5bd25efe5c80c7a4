/**
 * Names and addresses of one trial: a resolver that knows the world, and writes down what it is
 * asked.
 */
@NullMarked
package dev.candor.lab.names;

import org.jspecify.annotations.NullMarked;
