package dev.candor.text.odd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is odd in a text file, and where.
 *
 * @param findings the first {@link #MOST} of them, in their order
 * @param notes the same of notes
 * @param findingsInAll how many there are
 * @param notesInAll how many there are
 * @param byRule how many of each, findings and notes
 * @param spelled what the invisible characters of the whole text spell, where single runs do not
 */
public record Examination(
    TextFile file,
    List<Located> findings,
    List<Located> notes,
    long findingsInAll,
    long notesInAll,
    Map<Rule, Long> byRule,
    Optional<String> spelled) {
  /** The most findings, and the most notes, that are kept with their places. */
  public static final int MOST = 1000;

  private static final int MOST_SPELLED = 4096;

  /**
   * An oddity with its place.
   *
   * @param offset in bytes from the beginning of the file
   * @param line from 1; lines end in U+000A
   * @param column from 1, in code points
   * @param before what stands before it in its line, shortened
   * @param odd the characters, shortened
   * @param behind what stands behind it in its line, shortened
   */
  public record Located(
      Oddity oddity, long offset, int line, int column, String before, String odd, String behind) {}

  public static Examination of(TextFile file) {
    Counting counting = new Counting();
    StringBuilder unseen = new StringBuilder();
    List<Oddity> findings = new ArrayList<>();
    List<Oddity> notes = new ArrayList<>();
    Oddities.find(
        file.text(),
        finding -> {
          counting.add(finding);
          if (findings.size() < MOST) {
            findings.add(finding);
          }
          if (finding.rule().kind() == Rule.Kind.INVISIBLE && unseen.length() < MOST_SPELLED) {
            int end = Math.min(finding.end(), finding.start() + MOST_SPELLED);
            unseen.append(file.text(), finding.start(), end);
          }
        },
        note -> {
          counting.add(note);
          if (notes.size() < MOST) {
            notes.add(note);
          }
        });
    boolean alone = findings.stream().allMatch(finding -> finding.decoded().isEmpty());
    Map<Oddity, Located> places = located(file, findings, notes);
    return new Examination(
        file,
        findings.stream().map(places::get).toList(),
        notes.stream().sorted(Comparator.comparingInt(Oddity::start)).map(places::get).toList(),
        counting.findings,
        counting.notes,
        counting.byRule,
        alone ? Payload.in(unseen.toString()) : Optional.empty());
  }

  private static Map<Oddity, Located> located(
      TextFile file, List<Oddity> findings, List<Oddity> notes) {
    Places places = new Places(file);
    return Stream.concat(findings.stream(), notes.stream())
        .sorted(Comparator.comparingInt(Oddity::start))
        .distinct()
        .collect(Collectors.toMap(oddity -> oddity, places::of));
  }

  private static final class Counting {
    private final Map<Rule, Long> byRule = new TreeMap<>();
    private long findings;
    private long notes;

    void add(Oddity oddity) {
      byRule.merge(oddity.rule(), 1L, Long::sum);
      if (oddity.rule().isNote()) {
        notes++;
      } else {
        findings++;
      }
    }
  }
}
