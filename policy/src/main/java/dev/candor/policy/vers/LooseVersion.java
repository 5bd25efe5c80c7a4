package dev.candor.policy.vers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A version of no known kind, compared as Repology does it: runs of digits and of letters, each
 * with a rank. Words count by their first letter.
 *
 * @param parts without those at the end that mean nothing
 * @see <a href="https://github.com/repology/libversion/blob/master/doc/ALGORITHM.md">libversion</a>
 */
public record LooseVersion(List<Part> parts) implements Comparable<LooseVersion> {
  private static final int LONGEST = 256;
  private static final Part ZERO = new Part(Rank.ZERO, "");
  private static final Set<String> AFTER = Set.of("patch", "post", "pl", "errata");

  /** In their order. */
  enum Rank {
    PRE_RELEASE,
    ZERO,
    POST_RELEASE,
    NONZERO,
    LETTER_SUFFIX
  }

  /** A run of digits without zeros before it, or the first letter of a run of letters. */
  record Part(Rank rank, String value) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      if (rank != other.rank) {
        return rank.compareTo(other.rank);
      }
      return value.length() == other.value.length()
          ? value.compareTo(other.value)
          : Integer.compare(value.length(), other.value.length());
    }
  }

  public LooseVersion {
    parts = List.copyOf(parts);
  }

  /** Empty for a text without a digit, with other than printable ASCII, or over 256 characters. */
  public static Optional<LooseVersion> parse(String text) {
    if (text.length() > LONGEST
        || text.chars().anyMatch(c -> c <= ' ' || c > '~')
        || text.chars().noneMatch(LooseVersion::isDigit)) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      if (isDigit(text.charAt(i))) {
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        parts.add(number(text.substring(i, end)));
      } else if (isLetter(text.charAt(i))) {
        while (end < text.length() && isLetter(text.charAt(end))) {
          end++;
        }
        parts.add(word(text, i, end));
      } else {
        end++;
      }
      i = end;
    }
    while (!parts.isEmpty() && parts.getLast().equals(ZERO)) {
      parts.removeLast();
    }
    return Optional.of(new LooseVersion(parts));
  }

  private static Part number(String digits) {
    int i = 0;
    while (i < digits.length() && digits.charAt(i) == '0') {
      i++;
    }
    return i == digits.length() ? ZERO : new Part(Rank.NONZERO, digits.substring(i));
  }

  private static Part word(String text, int from, int to) {
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    String first = word.substring(0, 1);
    boolean behindNumber = from > 0 && isDigit(text.charAt(from - 1));
    boolean beforeNumber = to < text.length() && isDigit(text.charAt(to));
    if (AFTER.contains(word)) {
      return new Part(Rank.POST_RELEASE, first);
    }
    return new Part(
        behindNumber && !beforeNumber && !isKnownBefore(word)
            ? Rank.LETTER_SUFFIX
            : Rank.PRE_RELEASE,
        first);
  }

  private static boolean isKnownBefore(String word) {
    return switch (word) {
      case "alpha", "beta", "rc", "pre", "preview", "dev" -> true;
      default -> false;
    };
  }

  @Override
  public int compareTo(LooseVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = at(i).compareTo(other.at(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private Part at(int index) {
    return index < parts.size() ? parts.get(index) : ZERO;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
