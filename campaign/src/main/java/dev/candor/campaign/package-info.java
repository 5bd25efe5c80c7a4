/** Coordinated accounts in an exchange log: what the commands start with. */
@NullMarked
package dev.candor.campaign;

import org.jspecify.annotations.NullMarked;
