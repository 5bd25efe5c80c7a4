package dev.candor.scan.flow;

import dev.candor.core.Form;
import java.util.List;

/**
 * Code that picks between renderings, before it is known on what the choice depends.
 *
 * @param alternatives what is picked from
 * @param conditions what decides, each a value to go back from
 * @param values where the picked rendering goes on from; a function stands for its result
 * @param shown what to show of the code
 */
record Pick(
    Form form, List<String> alternatives, List<Spot> conditions, List<Place> values, Place shown) {}
