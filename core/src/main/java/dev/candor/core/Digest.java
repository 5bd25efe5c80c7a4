package dev.candor.core;

/**
 * A cryptographic digest of some bytes.
 *
 * @param algorithm lower case and without a dash, as in-toto writes it: {@code sha512}, {@code
 *     sha256}
 * @param hex the value in lower-case hexadecimal
 */
public record Digest(String algorithm, String hex) {}
