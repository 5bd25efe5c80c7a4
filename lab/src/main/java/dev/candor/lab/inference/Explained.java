package dev.candor.lab.inference;

import dev.candor.core.Form;

/**
 * A place where a value of the environment, or what follows from it, can be read.
 *
 * @param form {@code PLAIN} or {@code LOCALISED}
 * @param rendering as {@code value}, {@code offset}, {@code day style 1}
 */
public record Explained(String factor, Form form, String rendering, Carrier carrier) {}
