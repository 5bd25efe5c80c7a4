package dev.candor.lab.inference;

/**
 * A place that varies, and not with the environment.
 *
 * @param values how many different ones were seen
 * @param trials that had the place
 */
public record Noise(Carrier carrier, int values, int trials) {}
