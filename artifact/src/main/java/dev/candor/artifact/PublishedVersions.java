package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a package that its registry has or had.
 *
 * @param name of the package, with its scope
 * @param registry that said so; not where the package is asked for
 * @param asked when it said so
 * @param all ascending by section 11 of semver.org 2.0.0
 */
public record PublishedVersions(
    String name, String registry, Instant asked, List<PublishedVersion> all) {
  /** Longer numbers are no counts: nothing is said of gaps between them. */
  private static final int COUNTABLE = 15;

  public PublishedVersions {
    all = List.copyOf(all);
  }

  /**
   * Those of a range, its ends included whether they were published or not.
   *
   * @param from an exact version; from the first on where empty
   * @param to an exact version; to the last where empty
   * @param prereleases whether they count
   * @throws InputException if an end is no exact version, or the range is empty by its ends
   */
  public PublishedVersions within(Optional<String> from, Optional<String> to, boolean prereleases) {
    Optional<SemanticVersion> low = from.map(text -> exact(text, "--from"));
    Optional<SemanticVersion> high = to.map(text -> exact(text, "--to"));
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      throw new InputException(
          "--from " + low.get() + " is above --to " + high.get() + "; exchange them.");
    }
    return new PublishedVersions(
        name,
        registry,
        asked,
        all.stream()
            .filter(one -> {
              SemanticVersion version = parsed(one);
              return low.filter(end -> version.compareTo(end) < 0).isEmpty()
                  && high.filter(end -> version.compareTo(end) > 0).isEmpty()
                  && (prereleases || version.prerelease().isEmpty());
            })
            .toList());
  }

  /**
   * Numbers that were never published though their neighbours were: patch numbers between those of
   * one major and minor version, as {@code 2.1.93} or {@code 2.1.124 to 2.1.126}.
   */
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    Optional<SemanticVersion> before = Optional.empty();
    for (PublishedVersion one : all) {
      SemanticVersion version = parsed(one);
      before.flatMap(previous -> gap(previous, version)).ifPresent(gaps::add);
      before = Optional.of(version);
    }
    return gaps;
  }

  private static Optional<String> gap(SemanticVersion before, SemanticVersion after) {
    String lower = before.core().getLast();
    String upper = after.core().getLast();
    String line = String.join(".", after.core().subList(0, 2)) + ".";
    if (!before.core().subList(0, 2).equals(after.core().subList(0, 2))
        || upper.length() > COUNTABLE) {
      return Optional.empty();
    }
    long first = Long.parseLong(lower) + 1;
    long last = Long.parseLong(upper) - 1;
    return first > last
        ? Optional.empty()
        : Optional.of(line + first + (first == last ? "" : " to " + line + last));
  }

  private static SemanticVersion parsed(PublishedVersion one) {
    return SemanticVersion.parse(one.version()).orElseThrow();
  }

  private static SemanticVersion exact(String text, String option) {
    return SemanticVersion.parse(text)
        .orElseThrow(() ->
            new InputException(
                option + " " + Shown.text(text) + " is no exact version; write it as 1.2.3."));
  }
}
