package dev.candor.audit.html;

import dev.candor.audit.Excerpt;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * The only way of data into a page: made visible, cut, then escaped for the place where it stands.
 * What a template itself says passes as it is.
 */
final class VisibleOutput implements HtmlTemplateOutput {
  /** UTF-16 units of a text that are shown. */
  static final int LONGEST = 2_000;

  private final TemplateOutput out;
  private final OwaspHtmlTemplateOutput escaping;

  VisibleOutput(TemplateOutput out) {
    this.out = out;
    escaping = new OwaspHtmlTemplateOutput(out);
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
