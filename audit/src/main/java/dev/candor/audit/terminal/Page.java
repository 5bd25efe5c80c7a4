package dev.candor.audit.terminal;

import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of limited width. Every text is made visible on its way in, so that nothing from an
 * artifact reaches the terminal as it is.
 */
final class Page {
  private static final String INDENT = "  ";
  private static final int LABEL_WIDTH = 11;

  private final Writer out;
  private final int width;
  private final boolean colour;

  Page(OutputStream out, int width, boolean colour) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.width = width;
    this.colour = colour;
  }

  /** A line that stands out. */
  void heading(Paint paint, String text) {
    for (String line : Wrap.words(Visible.of(text), width)) {
      line(paint.over(line, colour));
    }
  }

  void blank() {
    line("");
  }

  /** Text at the left margin, wrapped. */
  void text(String text) {
    Wrap.words(Visible.of(text), width).forEach(this::line);
  }

  /** A label and its value; further lines of the value stand under its first. */
  void field(String label, String value) {
    fields(label, List.of(value));
  }

  /** A label and several values, each on a line of its own. */
  void fields(String label, List<String> values) {
    String margin = INDENT + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
    String under = " ".repeat(margin.length());
    String next = INDENT + Paint.DIM.over(margin.substring(INDENT.length()), colour);
    for (String value : values) {
      for (String line : Wrap.words(Visible.of(value), width - margin.length())) {
        line(next + line);
        next = under;
      }
    }
  }

  /** A list item with a dash. */
  void item(String text) {
    String lead = INDENT + "- ";
    for (String line : Wrap.words(Visible.of(text), width - lead.length())) {
      line(lead + line);
      lead = INDENT + INDENT;
    }
  }

  /** Text under a list of columns, wrapped. */
  void aside(String text) {
    String margin = INDENT + INDENT;
    for (String line : Wrap.words(Visible.of(text), width - margin.length())) {
      line(margin + Paint.DIM.over(line, colour));
    }
  }

  /** Short texts in as many columns as fit. */
  void columns(List<String> texts) {
    String margin = INDENT + INDENT;
    List<String> visible = texts.stream().map(Page::entry).toList();
    Columns.of(visible, width - margin.length()).forEach(line -> line(margin + line));
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
