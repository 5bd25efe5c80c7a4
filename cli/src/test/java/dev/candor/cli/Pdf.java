package dev.candor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of ISO 32000 as tells how many pages there are. */
final class Pdf {
  private static final Pattern COUNT = Pattern.compile("/Type\\s*/Pages\\b[^>]*?/Count\\s+(\\d+)");

  private Pdf() {}

  /** The greatest count among the nodes of the page tree (7.7.3.2): that of its root. */
  static int pages(Path pdf) throws IOException {
    Matcher counts =
        COUNT.matcher(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1));
    int pages = 0;
    while (counts.find()) {
      pages = Math.max(pages, Integer.parseInt(counts.group(1)));
    }
    return pages;
  }
}
