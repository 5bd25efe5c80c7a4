/**
 * Moves requests and answers between a client's connection and an upstream's, on one event loop.
 */
@NullMarked
package dev.candor.gateway.proxy;

import org.jspecify.annotations.NullMarked;
