package dev.candor.audit.markdown;

import com.google.auto.service.AutoService;
import dev.candor.audit.Repeat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.request.Letter;
import dev.candor.audit.request.Letter.Detail;
import dev.candor.audit.request.LetterFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A letter for an issue tracker. */
@AutoService(LetterFormat.class)
public final class MarkdownLetter implements LetterFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void write(Letter letter, ReportOptions options, OutputStream out) {
    MarkdownPage page = new MarkdownPage(MarkdownFormat.MOST);
    page.heading(1, "What " + Inert.code(letter.subject().purl()) + " sends");
    page.table(
        List.of("Letter", ""),
        List.of(
            List.of("To", Inert.cell(letter.to())),
            List.of("From", Inert.cell(letter.from())),
            List.of("Date", Inert.cell(letter.date().toString()))));
    letter.opening().forEach(line -> page.paragraph(Inert.sentence(line)));
    if (!letter.questions().isEmpty()) {
      page.heading(2, Letter.QUESTIONS);
      page.list(letter.questions());
    }
    page.heading(2, Letter.EVIDENCE);
    page.list(lines(letter.evidence()));
    if (!letter.items().isEmpty()) {
      page.heading(2, Letter.OBSERVED);
    }
    int number = 0;
    for (Letter.Item item : letter.items()) {
      number++;
      page.heading(3, number + ": " + Inert.sentence(item.title()));
      page.list(lines(item.details()));
    }
    if (letter.left() > 0) {
      page.paragraph(letter.leftOut());
    }
    page.heading(2, Letter.REPEAT);
    for (Repeat repeat : letter.repeats()) {
      page.paragraph(Inert.sentence(repeat.what()) + ":");
      page.paragraph(Inert.block(List.of(repeat.command())));
    }
    page.paragraph(Letter.CLOSING);
    try {
      out.write(page.text().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(List<Detail> details) {
    return details.stream()
        .map(detail -> detail.label() + ": " + Inert.code(detail.value()))
        .toList();
  }
}
