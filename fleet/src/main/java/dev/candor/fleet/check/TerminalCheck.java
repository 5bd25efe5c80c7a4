package dev.candor.fleet.check;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.terminal.Page;
import dev.candor.audit.terminal.Paint;
import dev.candor.core.Count;
import dev.candor.policy.Action;
import dev.candor.policy.Decision;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy says of inventories, for a person: what is denied first, by rule. */
@AutoService(CheckFormat.class)
public final class TerminalCheck implements CheckFormat {
  /** Of a rule; all with {@code --all}. */
  private static final int MOST = 20;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(PolicyCheck check, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    ZoneId zone = check.policy().zone();
    heading(page, check);
    page.field("policy", check.policy().file());
    page.field("moment", DecisionWords.moment(check.at(), zone) + " " + zone);
    page.field(
        "looked at",
        "%s on %s"
            .formatted(
                Count.of(check.installations(), "installation"),
                Count.of(check.machines(), "machine")));
    int most = options.all() ? Integer.MAX_VALUE : MOST;
    groups(check, Action.DENY).forEach((rule, all) -> decided(page, rule, all, zone, most));
    groups(check, Action.WARN).forEach((rule, all) -> decided(page, rule, all, zone, most));
    list(
        page,
        "Will be denied within " + Count.of(check.days(), "day"),
        check.told().stream()
            .flatMap(one ->
                one.soon().stream()
                    .map(soon ->
                        "%s: from %s on, by %s%s"
                            .formatted(
                                where(one),
                                DecisionWords.moment(soon.from(), zone),
                                soon.decision().rule().orElse("default"),
                                instead(soon.decision()))))
            .toList(),
        most);
    list(
        page,
        "Nobody can say",
        check.told().stream()
            .flatMap(one ->
                one.decision().undecided().stream()
                    .map(it ->
                        "%s: whether %s says %s; %s"
                            .formatted(where(one), it.rule(), it.action().word(), it.why())))
            .toList(),
        most);
    list(
        page,
        "Waived",
        check.told().stream()
            .flatMap(one ->
                one.decision().waived().stream()
                    .map(it -> "%s: %s, %s".formatted(where(one), it.rule(), it.waiver().words())))
            .toList(),
        most);
    if (options.all()) {
      list(
          page,
          "Allowed",
          groups(check, Action.ALLOW).values().stream()
              .flatMap(List::stream)
              .map(TerminalCheck::where)
              .toList(),
          most);
    }
    page.flush();
  }

  private static void heading(Page page, PolicyCheck check) {
    switch (check.outcome()) {
      case DENIED ->
          page.heading(
              Paint.ALARM, "denied: " + Count.of(check.denied(), "installation") + others(check));
      case UNDECIDED ->
          page.heading(
              Paint.DOUBT,
              "undecided: " + Count.of(check.undecided(), "installation") + others(check));
      case ALLOWED -> page.heading(Paint.CALM, "allowed: nothing is denied" + others(check));
    }
  }

  private static String others(PolicyCheck check) {
    List<String> parts = new ArrayList<>();
    if (check.warned() > 0) {
      parts.add(check.warned() + " warned of");
    }
    if (check.soon() > 0) {
      parts.add(check.soon() + " denied within " + Count.of(check.days(), "day"));
    }
    if (check.undecided() > 0 && check.outcome() != PolicyCheck.Outcome.UNDECIDED) {
      parts.add(check.undecided() + " undecided");
    }
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
  }

  private static Map<String, List<Checked>> groups(PolicyCheck check, Action action) {
    Map<String, List<Checked>> groups = new LinkedHashMap<>();
    for (Checked one : check.told()) {
      if (one.decision().action() == action) {
        groups
            .computeIfAbsent(one.decision().rule().orElse("default"), _ -> new ArrayList<>())
            .add(one);
      }
    }
    return groups;
  }

  private static void decided(Page page, String rule, List<Checked> all, ZoneId zone, int most) {
    Decision first = all.getFirst().decision();
    page.blank();
    page.heading(
        first.action() == Action.DENY ? Paint.ALARM : Paint.DOUBT,
        "%s: %s%s"
            .formatted(
                first.action() == Action.DENY ? "Denied" : "Warned of",
                rule,
                first.since().map(it -> ", since " + DecisionWords.moment(it, zone)).orElse("")));
    page.aside(first.why());
    first.replacement().ifPresent(it -> page.aside("Use " + it + " instead."));
    items(page, all.stream().map(TerminalCheck::where).toList(), most);
  }

  private static void list(Page page, String title, List<String> items, int most) {
    if (!items.isEmpty()) {
      page.blank();
      page.heading(Paint.BOLD, title);
      items(page, items, most);
    }
  }

  private static void items(Page page, List<String> items, int most) {
    items.stream().limit(most).forEach(page::item);
    if (items.size() > most) {
      page.item("and %d more, which --all shows".formatted(items.size() - most));
    }
  }

  private static String where(Checked one) {
    return "%s: %s in %s"
        .formatted(
            one.machine(), DecisionWords.named(one.installation()), one.installation().place());
  }

  private static String instead(Decision decision) {
    return decision.replacement().map(it -> "; use " + it).orElse("");
  }
}
