/** What a message's content says once its content codings are undone. */
@NullMarked
package dev.candor.wire.content;

import org.jspecify.annotations.NullMarked;
