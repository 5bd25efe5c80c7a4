package dev.candor.page;

import dev.candor.text.Excerpt;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The only way of data into a page: made visible, cut, then escaped for the place where it stands.
 * What a template itself says passes as it is.
 */
public final class VisibleOutput implements HtmlTemplateOutput {
  /** UTF-16 units of a text that are shown. */
  public static final int LONGEST = 2_000;

  private final TemplateOutput out;
  private final OwaspHtmlTemplateOutput escaping;

  private VisibleOutput(TemplateOutput out) {
    this.out = out;
    escaping = new OwaspHtmlTemplateOutput(out);
  }

  /** Renders a page into a stream, which stays open. */
  public static void page(OutputStream stream, Consumer<VisibleOutput> template) {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    template.accept(new VisibleOutput(new WriterOutput(writer)));
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setContext(String tagName, String attributeName) {
    escaping.setContext(tagName, attributeName);
  }

  @Override
  public void writeUserContent(String value) {
    escaping.writeUserContent(Excerpt.of(value, LONGEST));
  }

  @Override
  public void writeUserContent(Content content) {
    content.writeTo(this);
  }

  @Override
  public void writeContent(String value) {
    out.writeContent(value);
  }

  @Override
  public void writeContent(String value, int begin, int end) {
    out.writeContent(value, begin, end);
  }
}
