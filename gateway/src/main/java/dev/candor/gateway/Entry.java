package dev.candor.gateway;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a request in which something was found. It has no text of the prompt but the few
 * characters about each mark, and no header but the tool's name and version.
 *
 * @param action what was done: one of the words passed, changed, blocked
 * @param client the address that it came from
 * @param request method and path
 * @param tool as it says, name and version; may be empty
 * @param findings the first of them
 * @param findingsInAll how many there were
 * @param changes bytes that were changed
 * @param plain whether the body's content coding was undone to change it
 */
public record Entry(
    Instant at,
    String action,
    String upstream,
    String client,
    String dialect,
    String request,
    String tool,
    List<Finding> findings,
    int findingsInAll,
    List<Changed> changes,
    boolean plain) {
  public Entry {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
  }

  /**
   * Bytes that were changed.
   *
   * @param start of the first one, in the body as it came, with its content coding undone
   * @param end behind the last one
   * @param was code points that stood there
   * @param now code points that stand there
   */
  public record Changed(String pointer, int start, int end, String was, String now) {}
}
