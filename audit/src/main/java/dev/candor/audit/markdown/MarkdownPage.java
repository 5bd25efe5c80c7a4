package dev.candor.audit.markdown;

import java.util.ArrayList;
import java.util.List;

/** Blocks of Markdown, as many as fit. What is left out is counted. */
final class MarkdownPage {
  private final StringBuilder text = new StringBuilder();
  private final int most;
  private int left;

  /**
   * @param most UTF-16 units, without the last line
   */
  MarkdownPage(int most) {
    this.most = most;
  }

  void heading(int level, String inert) {
    add("#".repeat(level) + " " + inert + "\n\n");
  }

  void paragraph(String inert) {
    add(inert + "\n\n");
  }

  /** A list, item by item. */
  void list(List<String> inert) {
    inert.forEach(item -> add("- " + item + "\n"));
    if (!inert.isEmpty()) {
      add("\n");
    }
  }

  /** A table, row by row; without its head, none of it. */
  void table(List<String> head, List<List<String>> rows) {
    if (add(row(head) + row(head.stream().map(_ -> "---").toList()))) {
      rows.forEach(cells -> add(row(cells)));
    } else {
      left += rows.size();
    }
    add("\n");
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Whole or not at all; after the first that does not fit, nothing. */
  private boolean add(String block) {
    if (left > 0 || text.length() + block.length() > most) {
      left += block.isBlank() ? 0 : 1;
      return false;
    }
    text.append(block);
    return true;
  }

  /** The whole, with a last line that says what is missing. */
  String text() {
    List<String> parts = new ArrayList<>(List.of(text.toString().stripTrailing()));
    if (left > 0) {
      parts.add("*" + left + " more lines and blocks did not fit here; the JSON report has all.*");
    }
    return String.join("\n\n", parts) + "\n";
  }
}
