package dev.candor.artifact;

/**
 * One file of an artifact.
 *
 * @param path as the archive names it, with {@code /}; a file in an archive within an archive is
 *     {@code outer.tgz!/inner.js}. Hostile: never used to write, made visible before it is shown.
 * @param content its bytes; readable only while the visitor that was given the entry runs
 */
public record Entry(String path, Content content) {}
