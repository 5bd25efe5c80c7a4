package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Family;
import dev.candor.campaign.detect.Tie;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Members of a campaign in a ring, and within it in another ring the rare devices, payments and
 * addresses that they hold.
 *
 * @param values in the order in which they are told
 * @param accounts those that are drawn
 * @param shared how many values of each kind at least two members hold
 */
record TieChart(
    List<Value> values, List<Account> accounts, Drawn drawn, Map<Family, Integer> shared) {
  static final int WIDTH = 960;
  static final int HEIGHT = 640;
  private static final int INNER = 150;
  private static final int OUTER = 300;
  private static final int LONGEST_NAME = 40;

  /** A place in the picture. */
  record Spot(int x, int y) {
    private static Spot at(double angle, int radius) {
      return new Spot(
          (int) Math.round(WIDTH / 2.0 + radius * StrictMath.cos(angle)),
          (int) Math.round(HEIGHT / 2.0 + radius * StrictMath.sin(angle)));
    }
  }

  /**
   * A device, payment or address.
   *
   * @param mark as it is called in the picture: D1, P1, A1
   * @param members how many of the campaign hold it
   * @param ends accounts that are drawn and hold it, by their places
   */
  record Value(String mark, Tie tie, int members, List<Integer> ends, Spot spot) {
    String family() {
      return tie.family().label();
    }

    /** As "D1: device 7y67hbd7xgr7, held by 18 members of 18 accounts". */
    String title() {
      return "%s: %s %s, held by %s members of %s accounts"
          .formatted(
              mark,
              family(),
              Visible.of(tie.name(), LONGEST_NAME),
              PageWords.number(members),
              PageWords.number(tie.holders()));
    }
  }

  /**
   * A member.
   *
   * @param marks of what it holds of the values
   */
  record Account(String name, List<String> marks, Spot spot) {
    String title() {
      return Visible.of(name, LONGEST_NAME) + ": " + String.join(", ", marks);
    }
  }

  static TieChart of(Campaign campaign) {
    List<Tie> ties = campaign.portrait().ties();
    Drawn drawn = Drawn.of(campaign);
    List<List<Integer>> ends = ties.stream().map(tie -> ends(tie, drawn)).toList();
    Rings rings = Rings.of(ends, drawn.members().size());
    List<Value> values = new ArrayList<>();
    List<List<String>> marks = new ArrayList<>();
    drawn.members().forEach(any -> marks.add(new ArrayList<>()));
    for (int i = 0; i < ties.size(); i++) {
      Tie tie = ties.get(i);
      String mark = mark(ties, i);
      ends.get(i).forEach(account -> marks.get(account).add(mark));
      values.add(
          new Value(
              mark,
              tie,
              tie.members().cardinality(),
              ends.get(i),
              Spot.at(rings.inner()[i], INNER)));
    }
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      accounts.add(
          new Account(
              campaign.members().get(drawn.members().get(i)).account(),
              marks.get(i),
              Spot.at(rings.outer()[i], OUTER)));
    }
    return new TieChart(values, accounts, drawn, campaign.portrait().shared());
  }

  private static List<Integer> ends(Tie tie, Drawn drawn) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < drawn.members().size(); i++) {
      if (tie.members().get(drawn.members().get(i))) {
        ends.add(i);
      }
    }
    return ends;
  }

  /** The first letter of the kind, and the how manieth of its kind it is. */
  private static String mark(List<Tie> ties, int index) {
    Family family = ties.get(index).family();
    long before = ties.subList(0, index).stream().filter(tie -> tie.family() == family).count();
    return family.label().substring(0, 1).toUpperCase(Locale.ROOT) + (before + 1);
  }

  /** The lines from a value to the accounts that hold it, as a path of SVG. */
  String lines(Value value) {
    StringBuilder path = new StringBuilder();
    for (int end : value.ends()) {
      Spot spot = accounts.get(end).spot();
      path.append('M').append(value.spot().x()).append(' ').append(value.spot().y());
      path.append('L').append(spot.x()).append(' ').append(spot.y());
    }
    return path.toString();
  }

  /** As "8 of 31 devices, 3 of 3 payments". */
  String extent() {
    return shared.entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .sorted(Map.Entry.comparingByKey())
        .map(kind ->
            "%s of %s"
                .formatted(
                    values.stream().filter(value -> value.tie().family() == kind.getKey()).count(),
                    PageWords.count(kind.getValue(), kind.getKey().label(), plural(kind.getKey()))))
        .collect(Collectors.joining(", "));
  }

  private static String plural(Family family) {
    return family.label() + (family == Family.ADDRESS ? "es" : "s");
  }

  /** In a sentence, for those who do not see it. */
  String description() {
    return values.stream().map(Value::title).collect(Collectors.joining("; "));
  }
}
