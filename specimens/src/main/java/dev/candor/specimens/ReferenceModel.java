package dev.candor.specimens;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mechanism found in {@code @anthropic-ai/claude-code} 2.1.91 to 2.1.197, as published: which
 * environments it marks, how it writes the date sentence, and what a date sentence tells.
 */
public final class ReferenceModel {
  /**
   * Whether the mechanism runs; some configurations (the vendor's cloud partners) switch it off.
   */
  public enum Gate {
    OPEN,
    CLOSED
  }

  /** The zones that change the date's separator. */
  public static final Set<String> ZONES = Set.of("Asia/Shanghai", "Asia/Urumqi");

  private static final char NEITHER = '\'';
  private static final char DOMAIN = '\u2019';
  private static final char KEYWORD = '\u02bc';
  private static final char BOTH = '\u02b9';
  private static final Pattern LINE =
      Pattern.compile("Today(['\u2019\u02bc\u02b9])s date is (\\d{4})([-/])(\\d{2})\\3(\\d{2})\\.");

  private final List<String> domains;
  private final List<String> keywords;

  /**
   * @param domains match when the host is one of them or ends in a dot and one of them
   * @param keywords match when the host contains one of them
   */
  public ReferenceModel(List<String> domains, List<String> keywords) {
    this.domains = List.copyOf(domains);
    this.keywords = List.copyOf(keywords);
  }

  /**
   * @param host of the endpoint, lower case, without port; empty when none is configured
   * @param zone name of the system's time zone
   */
  public Mark classify(String host, String zone, Gate gate) {
    if (gate == Gate.CLOSED) {
      return Mark.NONE;
    }
    return new Mark(
        domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain)),
        keywords.stream().anyMatch(host::contains),
        ZONES.contains(zone));
  }

  /**
   * The sentence of the system prompt.
   *
   * @param day of the years 0 to 9999
   */
  public String dateLine(LocalDate day, Mark mark) {
    if (day.getYear() < 0 || day.getYear() > 9999) {
      throw new IllegalArgumentException("a date sentence has a year of four digits: " + day);
    }
    char separator = mark.zone() ? '/' : '-';
    return "Today" + apostrophe(mark) + "s date is " + day.toString().replace('-', separator) + ".";
  }

  private static char apostrophe(Mark mark) {
    if (mark.domain()) {
      return mark.keyword() ? BOTH : DOMAIN;
    }
    return mark.keyword() ? KEYWORD : NEITHER;
  }

  /** What a date sentence tells; empty when the text is not exactly such a sentence. */
  public Optional<Mark> read(String dateLine) {
    Matcher line = LINE.matcher(dateLine);
    if (!line.matches() || !isDay(line.group(2), line.group(4), line.group(5))) {
      return Optional.empty();
    }
    char apostrophe = line.group(1).charAt(0);
    return Optional.of(
        new Mark(
            apostrophe == DOMAIN || apostrophe == BOTH,
            apostrophe == KEYWORD || apostrophe == BOTH,
            line.group(3).equals("/")));
  }

  private static boolean isDay(String year, String month, String day) {
    try {
      LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
