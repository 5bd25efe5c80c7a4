package dev.candor.artifact;

import dev.candor.core.SemanticVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions in the notation of VERS, as {@code vers:npm/>=1.0.0|<2.0.0}, whose versions
 * are semantic ones.
 *
 * @param text the range as it is written
 * @see <a href="https://github.com/package-url/vers-spec">the specification</a>
 */
public record VersionRange(String text) {
  /** No list of single versions is longer. */
  private static final int MOST = 1_000;

  private static final int LONGEST = 100_000;
  private static final Pattern FORM = Pattern.compile("vers:([a-z][a-z0-9.+-]{0,31})/(.+)");
  private static final Pattern CONSTRAINT = Pattern.compile("(>=|<=|!=|=|<|>)?([^=<>!|*]+)");
  private static final String ANY = "*";

  /** A comparator and the version behind it. */
  private record Constraint(String comparator, SemanticVersion version) {
    boolean isBelow() {
      return comparator.startsWith("<");
    }

    boolean isAbove() {
      return comparator.startsWith(">");
    }
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public VersionRange {
    constraints(text);
  }

  /** Of single versions only. */
  public static VersionRange of(String type, List<String> versions) {
    return new VersionRange("vers:" + type + "/" + String.join("|", versions));
  }

  /** The type of the packages whose versions these are, as {@code npm}. */
  public String type() {
    return text.substring("vers:".length(), text.indexOf('/'));
  }

  /** Whether a version is in it; one that is no semantic version is in no range but the whole. */
  public boolean contains(String version) {
    List<Constraint> all = constraints(text);
    Optional<SemanticVersion> parsed = SemanticVersion.parse(version);
    if (all.isEmpty() || parsed.isEmpty()) {
      return all.isEmpty();
    }
    SemanticVersion asked = parsed.get();
    for (Constraint one : all) {
      if (one.version().compareTo(asked) == 0) {
        return one.comparator().endsWith("=") && !one.comparator().equals("!=");
      }
    }
    return isBetween(asked, all.stream().filter(one -> one.isBelow() || one.isAbove()).toList());
  }

  /** Of a version that none of them names; they are sorted. */
  private static boolean isBetween(SemanticVersion asked, List<Constraint> bounds) {
    for (int i = 0; i < bounds.size(); i++) {
      boolean after = i == 0 || bounds.get(i - 1).isAbove();
      if (bounds.get(i).version().compareTo(asked) > 0) {
        return bounds.get(i).isBelow() && after;
      }
    }
    return !bounds.isEmpty() && bounds.getLast().isAbove();
  }

  /** Sorted by version; none of a range that holds all. */
  private static List<Constraint> constraints(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      throw new IllegalArgumentException("is no range as vers:npm/>=1.0.0|<2.0.0");
    }
    if (form.group(2).equals(ANY)) {
      return List.of();
    }
    List<Constraint> all = new ArrayList<>();
    Set<String> named = new HashSet<>();
    String[] parts = form.group(2).split("\\|", -1);
    if (parts.length > MOST) {
      throw new IllegalArgumentException("names more than " + MOST + " versions");
    }
    for (String part : parts) {
      Matcher constraint = CONSTRAINT.matcher(part);
      Optional<SemanticVersion> version =
          constraint.matches() ? SemanticVersion.parse(constraint.group(2)) : Optional.empty();
      if (version.isEmpty()) {
        throw new IllegalArgumentException(
            "holds " + Shown.text(part) + ", which is no version with a comparator");
      }
      if (!named.add(version.get().text())) {
        throw new IllegalArgumentException("names " + Shown.text(part) + " twice");
      }
      all.add(new Constraint(Optional.ofNullable(constraint.group(1)).orElse("="), version.get()));
    }
    all.sort(Comparator.comparing(Constraint::version));
    requireTurns(all.stream().filter(one -> one.isBelow() || one.isAbove()).toList());
    return all;
  }

  /** Of two bounds in the same direction one says nothing, and readers differ in which. */
  private static void requireTurns(List<Constraint> bounds) {
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i).isBelow() == bounds.get(i - 1).isBelow()) {
        throw new IllegalArgumentException(
            "has two bounds in the same direction beside each other");
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
