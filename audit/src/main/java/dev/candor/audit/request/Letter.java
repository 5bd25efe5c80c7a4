package dev.candor.audit.request;

import dev.candor.audit.Repeat;
import dev.candor.core.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter to a vendor. It tells of behaviour and asks; it says nothing of why.
 *
 * @param to whom it is for, as the sender names them
 * @param from who asks
 * @param subject the package
 * @param opening sentences before the list
 * @param items what was observed
 * @param left how many more there are, which the report has
 * @param questions that are asked of each item
 * @param evidence digests and names by which the report is known
 * @param repeats commands by which it is seen again
 */
public record Letter(
    String to,
    String from,
    LocalDate date,
    Subject subject,
    List<String> opening,
    List<Item> items,
    int left,
    List<String> questions,
    List<Detail> evidence,
    List<Repeat> repeats) {
  public static final String OBSERVED = "What was observed";
  public static final String QUESTIONS = "What we ask of each of these";
  public static final String EVIDENCE = "The evidence";
  public static final String REPEAT = "How to see it again";

  /** The last sentence. */
  public static final String CLOSING =
      "The report is at your disposal. If a point is described in a disclosure file, or in your"
          + " documentation, a reference to it is an answer.";

  public Letter {
    opening = List.copyOf(opening);
    items = List.copyOf(items);
    questions = List.copyOf(questions);
    evidence = List.copyOf(evidence);
    repeats = List.copyOf(repeats);
  }

  /** Something that was observed. */
  public record Item(String title, List<Detail> details) {
    public Item {
      details = List.copyOf(details);
    }
  }

  /** One thing about it. */
  public record Detail(String label, String value) {}

  /** What it is about, in a line. */
  public String about() {
    return "What " + subject.purl() + " sends";
  }

  /** What says that the list is not whole. */
  public String leftOut() {
    return "%d more of the same kind; the report lists them.".formatted(left);
  }
}
