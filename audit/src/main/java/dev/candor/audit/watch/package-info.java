/** New releases of packages: found, looked at, compared with the one before, and told. */
@NullMarked
package dev.candor.audit.watch;

import org.jspecify.annotations.NullMarked;
