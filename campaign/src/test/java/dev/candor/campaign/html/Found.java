package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Course;
import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Family;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Member;
import dev.candor.campaign.detect.Options;
import dev.candor.campaign.detect.Portrait;
import dev.candor.campaign.detect.Resold;
import dev.candor.campaign.detect.Tie;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Rejects;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Findings made up for tests of the page. */
final class Found {
  static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-03-30T23:00:00Z");

  private Found() {}

  static SortedMap<LocalDate, Long> days(Map<LocalDate, Long> counts) {
    return new TreeMap<>(counts);
  }

  static BitSet bits(int from, int to) {
    BitSet bits = new BitSet();
    bits.set(from, to);
    return bits;
  }

  /** Opened in two days before the log, began on its first, moved on its twelfth. */
  static Course course(int accounts, String model) {
    return new Course(
        accounts,
        days(
            Map.of(
                FIRST.minusDays(10), accounts / 4L, FIRST.minusDays(9), accounts - accounts / 4L)),
        days(Map.of(FIRST, (long) accounts)),
        new TreeMap<>(Map.of(model, days(Map.of(FIRST.plusDays(11), (long) accounts)))));
  }

  /** The first half of the members hold a device, the second half another, and all a payment. */
  static Campaign campaign(int number, int accounts, String text) {
    List<Member> members =
        IntStream.range(0, accounts)
            .mapToObj(
                i -> new Member(text + "u" + i, 20, List.of("shares " + text, "sent " + text)))
            .toList();
    List<Tie> ties =
        List.of(
            new Tie(Family.DEVICE, text + "d0", bits(0, accounts / 2), accounts / 2),
            new Tie(Family.DEVICE, text + "d1", bits(accounts / 2, accounts), accounts),
            new Tie(Family.PAYMENT, text + "p0", bits(0, accounts), accounts + 3));
    return new Campaign(
        "campaign-" + number,
        members,
        40L * accounts,
        BEGIN,
        END,
        List.of(text),
        EnumSet.of(Family.DEVICE, Family.PIVOT),
        List.of("99 % opened " + text),
        20.25,
        0.2,
        new Portrait(
            course(accounts, text + "next"), ties, Map.of(Family.DEVICE, 7, Family.PAYMENT, 1)));
  }

  static Findings findings(List<Campaign> campaigns, String text) {
    return new Findings(
        campaigns,
        List.of(new Resold(text + "lent", 2, List.of("three " + text))),
        new Course(
            3_000,
            days(Map.of(FIRST.minusDays(300), 1_500L, FIRST.plusDays(4), 1_500L)),
            days(Map.of(FIRST, 1_500L, FIRST.plusDays(4), 1_500L)),
            new TreeMap<>(Map.of(text + "next", days(Map.of(FIRST.plusDays(11), 300L))))),
        3_100,
        90_000,
        BEGIN,
        END,
        List.of("Nothing is known of " + text));
  }

  static DailyExchanges daily(int campaigns) {
    List<SortedMap<LocalDate, Long>> each = new ArrayList<>();
    for (int i = 0; i < campaigns; i++) {
      each.add(days(Map.of(FIRST, 10L, FIRST.plusDays(1), 30L)));
    }
    return new DailyExchanges(each, days(Map.of(FIRST, 100L, FIRST.plusDays(29), 100L)));
  }

  static String page(Findings findings, String text) {
    Rejects rejects = new Rejects();
    rejects.add(new Reject("x.csv", 3, "started_at " + text));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CampaignPage.write(
        findings,
        daily(Math.min(findings.campaigns().size(), CampaignPage.IN_FULL)),
        rejects,
        new Origin(
            List.of("campaigns", "detect", text + ".csv"),
            Options.STANDARD,
            "candor 1.0, Java 25",
            Instant.parse("2026-06-01T12:00:00Z")),
        out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
