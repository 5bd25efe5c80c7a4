package dev.candor.lab.experiment;

import dev.candor.lab.environment.Environment;

/** A trial to be run, without a place in the order. */
public record Wanted(Environment environment, Purpose purpose) {}
