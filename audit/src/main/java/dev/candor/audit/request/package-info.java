/** The letter by which a customer asks a vendor what was observed and what it is for. */
@NullMarked
package dev.candor.audit.request;

import org.jspecify.annotations.NullMarked;
