package dev.candor.lab.receipt;

import java.util.List;

/**
 * Which facts of the environment went where.
 *
 * @param entries by fact, then by destination, each once with how often it was sent
 */
public record Receipt(List<Entry> entries) {
  public Receipt {
    entries = List.copyOf(entries);
  }

  /**
   * @param destination the host that the request was for
   * @param request as {@code POST /v1/messages}
   * @param where {@code target}, {@code header NAME}, {@code body /json/pointer} or {@code body}
   * @param rendering as {@code plain} or {@code sha256 in hex}
   * @param times in how many exchanges
   */
  public record Entry(
      Fact fact, String destination, String request, String where, String rendering, int times) {
    /** Whether the fact itself can be had from it: of all renderings but digests. */
    public boolean isReadable() {
      return !Rendering.isDigest(rendering);
    }
  }
}
