package dev.candor.policy;

/**
 * What one part of a rule says of the facts.
 *
 * @param name of the part, as the file has it
 * @param truth whether it holds
 * @param why in words, of what is wanted and what is there
 */
public record Clause(String name, Truth truth, String why) {}
