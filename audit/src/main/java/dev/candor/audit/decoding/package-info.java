/** What recorded prompts say about the environment they were sent from. */
@NullMarked
package dev.candor.audit.decoding;

import org.jspecify.annotations.NullMarked;
