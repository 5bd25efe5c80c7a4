package dev.candor.audit.verify;

/**
 * Something by which a report does not hold.
 *
 * @param place as {@code report /verdict}: which document, and the JSON pointer (RFC 6901) in it
 * @param what in a sentence without its stop; it may quote the document
 */
public record Flaw(String place, String what) {}
