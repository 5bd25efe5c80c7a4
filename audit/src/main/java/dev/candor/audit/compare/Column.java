package dev.candor.audit.compare;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Subject;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.List;

/** One tool: what a report says of it that is compared. */
public final class Column {
  private final Heading heading;
  private final Tried tried;
  private final List<Unopen> unopen;
  private final List<Told> told;
  private final List<UnreadableBody> unreadable;

  /**
   * What stands above a column.
   *
   * @param tool its name, as {@code claude-code}; the same for all versions and platforms
   * @param reasons of the verdict; the first one is the headline of the report
   * @param trials how many there were
   */
  public record Heading(
      Subject subject, String tool, Verdict verdict, List<String> reasons, int trials) {
    public Heading {
      reasons = List.copyOf(reasons);
    }

    /** As {@code claude-code@2.1.91}; of something local, which has no version, its own name. */
    public String name() {
      String purl = subject.purl();
      return version().isEmpty()
          ? purl.substring(purl.lastIndexOf('/') + 1)
          : tool + "@" + version();
    }

    /** The version that the package URL names; empty where it names none. */
    public String version() {
      String purl = subject.purl().replaceFirst("[?#].*", "");
      int at = purl.lastIndexOf('@');
      return at > purl.lastIndexOf('/') ? purl.substring(at + 1).replace("%2B", "+") : "";
    }
  }

  Column(
      Heading heading,
      Tried tried,
      List<Unopen> unopen,
      Receipt receipt,
      List<Unreadable> unreadable) {
    this.heading = heading;
    this.tried = tried;
    this.unopen = unopen.stream().filter(one -> Unopen.is(one.form())).toList();
    this.told = Told.of(receipt, tried);
    this.unreadable = unreadable.stream().map(UnreadableBody::of).distinct().toList();
  }

  /**
   * What an audit showed.
   *
   * @throws IllegalArgumentException if the report is of a scan alone
   */
  public static Column of(Report report) {
    Observed observed =
        report
            .observed()
            .orElseThrow(() -> new IllegalArgumentException("the report of a scan alone"));
    return new Column(
        new Heading(
            report.subject(),
            observed.tool(),
            report.verdict().orElse(Verdict.INCONCLUSIVE),
            report.reasons(),
            observed.trials().size()),
        Tried.of(observed.trials()),
        observed.signals().stream().map(Confirmed::signal).map(Unopen::of).toList(),
        observed.receipt(),
        observed.unreadable());
  }

  public Heading heading() {
    return heading;
  }

  /** Signals that are not open, in the order of the report. */
  public List<Unopen> unopen() {
    return unopen;
  }

  /** Each fact and place once, in the order of the receipt. */
  public List<Told> told() {
    return told;
  }

  /** Each kind of body once. */
  public List<UnreadableBody> unreadable() {
    return unreadable;
  }

  /** Whether there was a trial at all. */
  boolean ran() {
    return heading.trials() > 0;
  }

  /** Whether what another tool told could have been seen here. */
  boolean tried(Told other) {
    return ran()
        && other
            .only()
            .map(value -> tried.has(other.fact(), value))
            .orElseGet(() -> tried.has(other.fact()));
  }
}
