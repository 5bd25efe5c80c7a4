package dev.candor.lab.experiment;

/**
 * How far an experiment is.
 *
 * @param done trials
 * @param running now
 * @param waiting planned, and not begun
 */
public record Standing(int done, int running, int waiting) {}
