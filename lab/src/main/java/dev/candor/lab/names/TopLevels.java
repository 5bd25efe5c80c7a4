package dev.candor.lab.names;

import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * The top-level domains of the world, as Java's own copy of the public suffix list
 * (publicsuffix.org) has them: a zip archive with an entry for each.
 */
final class TopLevels {
  private static final Set<String> KNOWN =
      read(Path.of(System.getProperty("java.home"), "lib", "security", "public_suffix_list.dat"));

  private TopLevels() {}

  /**
   * Where this Java brings no list, whatever looks like one.
   *
   * @param label in lower case, as it is sent
   */
  static boolean contains(String label) {
    return KNOWN.isEmpty() ? looksLikeOne(label) : KNOWN.contains(label);
  }

  static boolean looksLikeOne(String label) {
    return label.startsWith("xn--")
        || (label.length() > 1 && label.chars().allMatch(c -> c >= 'a' && c <= 'z'));
  }

  static Set<String> read(Path list) {
    Set<String> labels = new HashSet<>();
    if (Files.isRegularFile(list)) {
      try (ZipFile zip = new ZipFile(list.toFile())) {
        zip.stream().forEach(entry -> add(labels, entry.getName()));
      } catch (IOException e) {
        return Set.of(); // another form than ours
      }
    }
    return Set.copyOf(labels);
  }

  private static void add(Set<String> labels, String name) {
    try {
      labels.add(IDN.toASCII(name).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      // Newer than Java's tables of characters: nobody can ask for it through them either.
    }
  }
}
