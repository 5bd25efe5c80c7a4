/** Certificates for a room in which every name is ours. */
@NullMarked
package dev.candor.wire.tls;

import org.jspecify.annotations.NullMarked;
