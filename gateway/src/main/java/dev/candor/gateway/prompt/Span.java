package dev.candor.gateway.prompt;

/**
 * A string in a body of JSON.
 *
 * @param pointer where it stands (RFC 6901); of members of one name all have the same
 * @param start of its first byte, behind the quotation mark
 * @param end behind its last byte, before the quotation mark
 * @param fixed whether it may not be changed, whatever is in it: it is signed, or said by a model,
 *     or what a call takes or gives
 */
record Span(String pointer, int start, int end, boolean fixed) {}
