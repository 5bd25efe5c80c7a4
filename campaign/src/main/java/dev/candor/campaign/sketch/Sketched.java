package dev.candor.campaign.sketch;

import dev.candor.campaign.log.Rejects;

/**
 * What became of a log of texts.
 *
 * @param rows that were written
 * @param rejects those that were not
 */
public record Sketched(long rows, Rejects rejects) {}
