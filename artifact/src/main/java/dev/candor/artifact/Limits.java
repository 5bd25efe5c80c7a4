package dev.candor.artifact;

/**
 * How much of a hostile archive is read. What lies beyond is left out and said so.
 *
 * @param entries files in the whole artifact, nested archives included
 * @param totalBytes unpacked bytes of the whole artifact
 * @param entryBytes unpacked bytes of one file
 * @param ratio unpacked bytes for each packed byte, judged once 64 MiB are unpacked
 * @param depth archives within archives
 * @param nameLength characters of a path
 */
public record Limits(
    int entries, long totalBytes, long entryBytes, int ratio, int depth, int nameLength) {
  /** Four times the largest real package seen (2026-11: 260 MB of packed, 900 MB unpacked). */
  public static final Limits STANDARD = new Limits(200_000, 8L << 30, 4L << 30, 200, 3, 1024);
}
