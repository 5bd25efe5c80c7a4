package dev.candor.campaign.log;

/**
 * A row that was left out.
 *
 * @param file as the user names it
 * @param row in a text the number of its line, in Parquet that of the row, from 1
 * @param reason without any value of the row
 */
public record Reject(String file, long row, String reason) {}
