package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.Repeat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.request.Letter;
import dev.candor.audit.request.Letter.Detail;
import dev.candor.audit.request.LetterFormat;
import dev.candor.text.Excerpt;
import java.io.OutputStream;
import java.util.List;

/** A letter as plain text, in lines that mail programs leave alone. */
@AutoService(LetterFormat.class)
public final class TextLetter implements LetterFormat {
  /** RFC 5322, 2.1.1, would have 78; quoted twice, these still fit. */
  private static final int WIDTH = 72;

  private static final int LABEL = 18;
  private static final int LONGEST = 1_000;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public void write(Letter letter, ReportOptions options, OutputStream out) {
    Page page = new Page(out, WIDTH, false);
    page.text("To: " + cut(letter.to()));
    page.text("From: " + cut(letter.from()));
    page.text("Date: " + letter.date());
    page.text("Subject: " + cut(letter.about()));
    for (String line : letter.opening()) {
      page.blank();
      page.text(cut(line));
    }
    heading(page, Letter.OBSERVED, letter.items().isEmpty());
    int number = 0;
    for (Letter.Item item : letter.items()) {
      number++;
      page.blank();
      page.text(number + ". " + cut(item.title()));
      item.details().forEach(detail -> field(page, detail));
    }
    if (letter.left() > 0) {
      page.blank();
      page.text(letter.leftOut());
    }
    heading(page, Letter.QUESTIONS, letter.questions().isEmpty());
    letter.questions().forEach(page::item);
    heading(page, Letter.EVIDENCE, false);
    letter.evidence().forEach(detail -> field(page, detail));
    heading(page, Letter.REPEAT, false);
    for (Repeat repeat : letter.repeats()) {
      page.text(cut(repeat.what()) + ":");
      page.aside(cut(repeat.command()));
    }
    page.blank();
    page.text(Letter.CLOSING);
    page.flush();
  }

  private static void heading(Page page, String title, boolean nothing) {
    if (!nothing) {
      page.blank();
      page.text(title);
      page.text("-".repeat(title.length()));
    }
  }

  private static void field(Page page, Detail detail) {
    page.fields(detail.label(), LABEL, List.of(cut(detail.value())));
  }

  private static String cut(String text) {
    return Excerpt.of(text, LONGEST);
  }
}
