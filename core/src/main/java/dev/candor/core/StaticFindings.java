package dev.candor.core;

import java.util.List;

/**
 * What scan found without running the artifact.
 *
 * @param tables hidden tables that read as lists
 * @param unreadable lists of digests
 * @param rest whatever else decoded to text but does not read as a list, best first
 * @param notSeen what was left out, and why; empty when everything was read
 */
public record StaticFindings(
    List<HiddenTable> tables,
    List<UnreadableTable> unreadable,
    List<HiddenTable> rest,
    List<String> notSeen) {
  public StaticFindings {
    tables = List.copyOf(tables);
    unreadable = List.copyOf(unreadable);
    rest = List.copyOf(rest);
    notSeen = List.copyOf(notSeen);
  }
}
