package dev.candor.audit.track;

/**
 * A file that was fetched.
 *
 * @param name and version of its package
 * @param bytes of the file
 */
public record Downloaded(String name, long bytes) {}
