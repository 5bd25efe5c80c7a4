package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.Answers.Installed;
import dev.candor.fleet.collect.store.Answers.VersionCount;
import dev.candor.policy.vers.Containment;
import dev.candor.policy.vers.Vers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where is what.
 *
 * @param tools to choose from
 * @param versions of the tool that was chosen, within the range
 * @param flaw what is wrong with the range
 */
record ToolsView(
    Query query,
    List<String> tools,
    List<VersionCount> versions,
    Optional<String> flaw,
    Listing<Installed> installed) {
  static final String TOOL = "tool";
  static final String VERSIONS = "versions";
  static final String MACHINE = "machine";

  private static final int SHOWN_VERSIONS = 50;
  private static final String SCHEME = "pkg:";

  static ToolsView of(Answers answers, Query query) throws SQLException {
    Optional<String> tool = query.text(TOOL);
    List<VersionCount> versions =
        tool.isPresent() ? answers.versions(tool.get()) : List.<VersionCount>of();
    Optional<String> flaw = Optional.empty();
    Optional<List<String>> chosen = Optional.empty();
    Optional<String> range = query.text(VERSIONS).filter(_ -> tool.isPresent());
    if (range.isPresent()) {
      try {
        versions = within(range.get(), versions);
        chosen = Optional.of(versions.stream().map(VersionCount::version).toList());
      } catch (IllegalArgumentException e) {
        flaw = Optional.of(range.get() + " " + e.getMessage() + ".");
      }
    }
    List<Installed> installed =
        flaw.isPresent()
            ? List.of()
            : answers.installed(
                new Answers.Filter(
                    tool, chosen, query.text(MACHINE), query.number(Query.AFTER).orElse(0L)),
                Listing.MOST + 1);
    return new ToolsView(
        query,
        answers.toolNames(),
        versions,
        flaw,
        Listing.of(installed, query, one -> Long.toString(one.period())));
  }

  /** A version that is in no order cannot be said to be outside, so it is shown. */
  private static List<VersionCount> within(String range, List<VersionCount> versions) {
    String type = versions.stream().map(one -> type(one.purl())).findFirst().orElse("npm");
    Vers wanted = Vers.parse(type, range);
    return versions.stream()
        .filter(one ->
            one.version().isEmpty() || !wanted.contains(one.version()).equals(Containment.OUT))
        .toList();
  }

  /** As {@code npm}. */
  private static String type(String purl) {
    int end = purl.indexOf('/');
    return purl.startsWith(SCHEME) && end > 0 ? purl.substring(SCHEME.length(), end) : "generic";
  }

  List<VersionCount> shownVersions() {
    return versions.subList(0, Math.min(SHOWN_VERSIONS, versions.size()));
  }

  int versionsLeft() {
    return versions.size() - shownVersions().size();
  }
}
