package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Course;
import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Percent;
import dev.candor.text.Visible;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When a campaign's accounts came and sent, beside all accounts that are in none: a lane for each
 * measure, in shares of what the campaign, and what the others, have of it in all.
 *
 * @param earlier accounts that were opened before the first column
 */
record TimelineChart(Axis axis, List<Lane> lanes, long earlier) {
  static final int WIDTH = 960;
  static final int LABEL = 190;
  private static final int TOP = 22;
  private static final int LANE = 86;
  private static final int BAR = 56;
  private static final int FOOT = 30;

  /** Pixels from one date to the next, so that they do not touch. */
  private static final int APART = 84;

  private static final int LONGEST_MODEL = 24;

  /**
   * One measure.
   *
   * @param members shares by column, 0 to 1
   * @param others the same of accounts that are in no campaign
   * @param move whether it is a move to a model
   */
  record Lane(String title, List<Double> members, List<Double> others, boolean move) {
    private static Lane of(
        String title,
        Axis axis,
        SortedMap<LocalDate, Long> members,
        long memberTotal,
        SortedMap<LocalDate, Long> others,
        long otherTotal,
        boolean move) {
      return new Lane(
          title, shares(axis, members, memberTotal), shares(axis, others, otherTotal), move);
    }

    private static List<Double> shares(Axis axis, SortedMap<LocalDate, Long> days, long total) {
      return axis.columns(days).stream()
          .map(count -> total == 0 ? 0 : (double) count / total)
          .toList();
    }

    /** The column with the largest share of the members. */
    int peak() {
      int peak = 0;
      for (int column = 1; column < members.size(); column++) {
        peak = members.get(column) > members.get(peak) ? column : peak;
      }
      return peak;
    }

    /** The largest share, for the scale. */
    private double most() {
      double most = 0;
      for (int column = 0; column < members.size(); column++) {
        most = Math.max(most, Math.max(members.get(column), others.get(column)));
      }
      return most;
    }
  }

  /** A date under the axis. */
  record Tick(int x, String day) {}

  /** Draws the campaign at that place. */
  static TimelineChart of(Findings findings, int place, DailyExchanges daily) {
    Campaign campaign = findings.campaigns().get(place);
    Course course = campaign.portrait().course();
    Course others = findings.others();
    Axis axis = Axis.of(day(findings.first()), day(findings.last()), course.opened());
    List<Lane> lanes = new ArrayList<>();
    if (!course.opened().isEmpty()) {
      lanes.add(
          Lane.of(
              "accounts opened",
              axis,
              course.opened(),
              Axis.sum(course.opened()),
              others.opened(),
              Axis.sum(others.opened()),
              false));
    }
    lanes.add(
        Lane.of(
            "first exchange",
            axis,
            course.began(),
            course.accounts(),
            others.began(),
            others.accounts(),
            false));
    SortedMap<LocalDate, Long> sent = daily.campaigns().get(place);
    lanes.add(
        Lane.of(
            "exchanges",
            axis,
            sent,
            Axis.sum(sent),
            daily.others(),
            Axis.sum(daily.others()),
            false));
    course
        .moved()
        .forEach((model, days) ->
            lanes.add(
                Lane.of(
                    "moved to " + Visible.of(model, LONGEST_MODEL),
                    axis,
                    days,
                    course.accounts(),
                    others.moved().getOrDefault(model, new TreeMap<>()),
                    others.accounts(),
                    true)));
    return new TimelineChart(axis, lanes, axis.before(course.opened()));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** Their numbers, from left to right. */
  List<Integer> columns() {
    return IntStream.range(0, axis.columns()).boxed().toList();
  }

  int height() {
    return TOP + lanes.size() * LANE + FOOT;
  }

  /** Where the bars of a lane stand on. */
  int base(int lane) {
    return TOP + lane * LANE + BAR;
  }

  private double columnWidth() {
    return (double) (WIDTH - LABEL) / axis.columns();
  }

  private int x(int column) {
    return (int) Math.round(LABEL + column * columnWidth());
  }

  private int y(int lane, double share) {
    double most = lanes.get(lane).most();
    return base(lane) - (most == 0 ? 0 : (int) Math.round(BAR * share / most));
  }

  /** The members' bars, as a path of SVG. */
  String bars(int lane) {
    StringBuilder path = new StringBuilder();
    List<Double> shares = lanes.get(lane).members();
    for (int column = 0; column < shares.size(); column++) {
      if (shares.get(column) > 0) {
        // What is there is seen, however little it is.
        int top = Math.min(y(lane, shares.get(column)), base(lane) - 1);
        int right = Math.max(x(column) + 1, x(column + 1) - 1);
        path.append('M').append(x(column)).append(' ').append(base(lane));
        path.append('V').append(top).append('H').append(right).append('V').append(base(lane));
        path.append('z');
      }
    }
    return path.toString();
  }

  /** The line of the others, in steps. */
  String line(int lane) {
    StringBuilder path = new StringBuilder("M" + LABEL + " " + base(lane));
    List<Double> shares = lanes.get(lane).others();
    for (int column = 0; column < shares.size(); column++) {
      path.append('V').append(y(lane, shares.get(column))).append('H').append(x(column + 1));
    }
    return path.append("V").append(base(lane)).toString();
  }

  /** The middle of the column with the largest share of a lane. */
  int peak(int lane) {
    return (x(lanes.get(lane).peak()) + x(lanes.get(lane).peak() + 1)) / 2;
  }

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int column = 0; column < axis.columns(); column++) {
      boolean room = ticks.isEmpty() || x(column) - ticks.getLast().x() >= APART;
      if (room && x(column) <= WIDTH - APART) {
        ticks.add(new Tick(x(column), axis.day(column).toString()));
      }
    }
    return ticks;
  }

  /** What a lane comes to, as "most on 2026-02-20: 52 %; others 0.30 %". */
  static String peak(Lane lane, Axis axis) {
    return "%s: %s; others: %s"
        .formatted(
            axis.name(lane.peak()),
            Percent.of(lane.members().get(lane.peak())),
            Percent.of(lane.others().get(lane.peak())));
  }

  /** In a sentence, for those who do not see it. */
  String description() {
    return lanes.stream()
        .map(lane -> lane.title() + ": most on " + peak(lane, axis))
        .collect(Collectors.joining(". "));
  }
}
