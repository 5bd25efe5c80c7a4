package dev.candor.audit.terminal;

import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of limited width. Every text is made visible on its way in, so that nothing from an
 * artifact reaches the terminal as it is.
 */
public final class Page {
  private static final String INDENT = "  ";
  private static final String CODE = INDENT.repeat(4);
  private static final int LABEL_WIDTH = 11;

  /** Short enough to leave room for a value in the narrowest window. */
  private static final int LONGEST_LABEL = 20;

  private final Writer out;
  private final int width;
  private final boolean colour;

  public Page(OutputStream out, int width, boolean colour) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.width = width;
    this.colour = colour;
  }

  /** A line that stands out. */
  public void heading(Paint paint, String text) {
    for (String line : Wrap.words(Visible.of(text), width)) {
      line(paint.over(line, colour));
    }
  }

  public void blank() {
    line("");
  }

  /** Text at the left margin, wrapped; all lines are indented as far as the first. */
  public void text(String text) {
    Wrap.words(Visible.of(text), width).forEach(this::line);
  }

  /** A label and its value; further lines of the value stand under its first. */
  public void field(String label, String value) {
    fields(label, List.of(value));
  }

  /** A label and several values, each on a line of its own. */
  public void fields(String label, List<String> values) {
    fields(label, LABEL_WIDTH, values);
  }

  /** The same with values that begin {@code labelWidth} columns behind the label's first. */
  public void fields(String label, int labelWidth, List<String> values) {
    String shown = Visible.of(label, LONGEST_LABEL);
    String margin = INDENT + shown + " ".repeat(Math.max(1, labelWidth - Cells.of(shown)));
    String under = " ".repeat(Cells.of(margin));
    String next = INDENT + Paint.DIM.over(margin.substring(INDENT.length()), colour);
    for (String value : values) {
      for (String line : Wrap.words(Visible.of(value), width - under.length())) {
        line(next + line);
        next = under;
      }
    }
  }

  /** Code of several lines, indented; at most {@code most} of them. */
  void code(String snippet, int most) {
    List<String> lines = snippet.lines().filter(line -> !line.isBlank()).toList();
    lines.stream().limit(most).forEach(line -> text(CODE + tabsExpanded(line)));
    if (lines.size() > most) {
      text(CODE + "…");
    }
  }

  /** A title and its items; nothing where there are none. */
  public void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      blank();
      heading(Paint.BOLD, title);
      items.forEach(this::item);
    }
  }

  /** A list item with a dash. */
  public void item(String text) {
    String lead = INDENT + "- ";
    for (String line : Wrap.words(Visible.of(text), width - lead.length())) {
      line(lead + line);
      lead = INDENT + INDENT;
    }
  }

  /** Text under a list of columns, wrapped. */
  public void aside(String text) {
    String margin = INDENT + INDENT;
    for (String line : Wrap.words(Visible.of(text), width - margin.length())) {
      line(margin + Paint.DIM.over(line, colour));
    }
  }

  /** Short texts in as many columns as fit. */
  public void columns(List<String> texts) {
    String margin = INDENT + INDENT;
    List<String> visible = texts.stream().map(Page::entry).toList();
    Columns.of(visible, width - margin.length()).forEach(line -> line(margin + line));
  }

  /**
   * Cells side by side, each wrapped within its own width, with two columns between them.
   *
   * @param widths of the cells
   */
  void row(List<Grid.Part> parts, List<Integer> widths) {
    List<List<String>> columns = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < parts.size(); i++) {
      List<String> lines = wrapped(parts.get(i).texts(), widths.get(i));
      columns.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      int gap = 0;
      for (int i = 0; i < columns.size(); i++) {
        String text = y < columns.get(i).size() ? columns.get(i).get(y) : "";
        gap += INDENT.length();
        if (!text.isEmpty()) {
          line.append(" ".repeat(gap)).append(parts.get(i).paint().over(text, colour));
          gap = -Cells.of(text);
        }
        gap += widths.get(i);
      }
      line(line.toString());
    }
  }

  /** Where there are several texts, their further lines are indented. */
  private static List<String> wrapped(List<String> texts, int width) {
    if (texts.size() == 1) {
      return Wrap.narrow(Visible.of(texts.getFirst()), width);
    }
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      String lead = "";
      for (String line : Wrap.narrow(Visible.of(text), width - 1)) {
        lines.add(lead + line);
        lead = " ";
      }
    }
    return lines;
  }

  int width() {
    return width;
  }

  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tabs that indent become spaces, since they stand for nothing else. */
  private static String tabsExpanded(String line) {
    int content = 0;
    while (content < line.length() && " \t".indexOf(line.charAt(content)) >= 0) {
      content++;
    }
    return line.substring(0, content).replace("\t", INDENT) + line.substring(content);
  }

  /** An entry with a space at its edge, or none at all, is quoted: it would not be noticed. */
  private static String entry(String text) {
    String visible = Visible.of(text);
    return visible.equals(visible.strip()) && !visible.isEmpty() ? visible : '"' + visible + '"';
  }

  private void line(String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
