package dev.candor.lab.experiment;

import dev.candor.core.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the levels of a factor as text: a level a line, below headings in brackets. {@code
 * [contrast]} is the first heading, with ordinary levels, the most telling first; {@code [contrast:
 * alone]} if the factor is not to be combined with others. Other headings name classes; {@code
 * [NAME: MATCH]} holds entries that levels are made to match. A line that begins with {@code #} is
 * a comment; {@code \n} is a line feed, and a backslash before another character stands for that.
 *
 * @param alone whether the factor is tried by itself only
 * @param sections in the order of the file
 */
record LevelFile(boolean alone, List<Section> sections) {
  static final String CONTRAST = "contrast";
  private static final Pattern HEADING = Pattern.compile("\\[([^\\[\\]:]+)(?:: ([a-z -]+))?]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** A heading and what stands below it. */
  record Section(String name, Optional<Match> match, List<String> lines) {}

  LevelFile {
    sections = List.copyOf(sections);
  }

  /**
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the file and line, if it is no such file
   */
  static LevelFile parse(String name, String text) {
    List<Section> sections = new ArrayList<>();
    boolean alone = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        Optional<String> behind = Optional.ofNullable(heading.group(2));
        boolean contrast = heading.group(1).equals(CONTRAST);
        require(contrast == sections.isEmpty(), name, number, "contrast is the first heading");
        alone |= contrast && behind.filter("alone"::equals).isPresent();
        sections.add(section(heading.group(1), contrast ? Optional.empty() : behind, name, number));
      } else {
        require(!sections.isEmpty() && !line.startsWith("["), name, number, "no heading");
        sections.getLast().lines().add(unescaped(line));
      }
    }
    require(!sections.isEmpty(), name, number, "no levels");
    return new LevelFile(alone, sections);
  }

  private static Section section(String heading, Optional<String> match, String name, int number) {
    try {
      return new Section(heading, match.map(LevelFile::match), new ArrayList<>());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  private static Match match(String word) {
    return word.equals("dot-suffix") ? Match.DOT_SUFFIX : Match.of(word);
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line.strip())
        .replaceAll(
            found -> found.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(found.group(1)));
  }

  private static void require(boolean so, String name, int number, String otherwise) {
    if (!so) {
      throw new IllegalArgumentException(name + ", line " + number + ": " + otherwise);
    }
  }
}
