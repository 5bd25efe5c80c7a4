package dev.candor.scan.encoding;

/**
 * One layer taken off.
 *
 * @param step the layer as the report names it: {@code base64}, {@code xor:91}
 * @param result what was under it
 */
public record Peeled(String step, Pieces result) {}
