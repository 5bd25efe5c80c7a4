/** The proxy between developer and vendor: what is set up, and how it is started and ended. */
@NullMarked
package dev.candor.gateway;

import org.jspecify.annotations.NullMarked;
