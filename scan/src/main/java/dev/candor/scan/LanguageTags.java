package dev.candor.scan;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises lists of languages and regions ({@code en_GB}, {@code zh-CN}), which tools compare the
 * locale with and which score like chance by their letters: ISO 639 and ISO 3166 codes, as POSIX
 * locale names and BCP 47 tags join them.
 */
final class LanguageTags {
  private static final class Codes {
    static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  }

  private LanguageTags() {}

  /** Whether nine of ten entries are such tags. */
  static boolean are(List<String> entries) {
    long tags = entries.stream().filter(LanguageTags::isTag).count();
    return tags * 10 >= entries.size() * 9L;
  }

  /** Whether a text has as many joints as a list of tags, whatever stands between those. */
  static boolean mayFill(String text) {
    long joints = text.chars().filter(c -> c == '_' || c == '-').count();
    return joints >= Entries.FEWEST && joints * 10 >= text.length();
  }

  private static boolean isTag(String entry) {
    return entry.length() == 5
        && (entry.charAt(2) == '_' || entry.charAt(2) == '-')
        && Codes.LANGUAGES.contains(entry.substring(0, 2))
        && Codes.COUNTRIES.contains(entry.substring(3));
  }
}
