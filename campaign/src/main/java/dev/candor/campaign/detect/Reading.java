package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From an exchange log to evidence: the SQL steps, and what they leave, in arrays. */
final class Reading {
  /** By their numbers in SQL. */
  private static final List<Family> MEANS = List.of(Family.DEVICE, Family.PAYMENT, Family.ADDRESS);

  private static final int MILLIS_A_MINUTE = 60_000;
  private static final int MILLIS_AN_HOUR = 3_600_000;

  /** Hours after the first exchange from which on a first use of a model is a move. */
  private static final int SETTLED = 24;

  private static final int FEWEST_CLASSIFIED = 20;

  private static final String MODELS =
      "SELECT model_key, model FROM model ORDER BY accounts DESC, model";

  private static final String USAGES =
      "SELECT usage.account, rare.id, usage.first_used, usage.last_used"
          + " FROM usage JOIN rare ON rare.sketch_key = usage.sketch_key";

  private final SqlEngine engine;
  private final Set<Column> columns;

  private Reading(SqlEngine engine) {
    this.engine = engine;
    columns = engine.columns();
  }

  static Evidence of(SqlEngine engine) {
    return new Reading(engine).evidence();
  }

  private Evidence evidence() {
    engine.sumUp();
    for (String step :
        List.of("accounts", "holdings", "values", "shared", "alone", "starts", "models")) {
      Script.run(engine, step);
    }
    Accounts accounts = accounts();
    int count = accounts.size();
    int[] itself = new int[count];
    Arrays.setAll(itself, i -> i);
    return new Evidence(
        accounts,
        means(count),
        new Creation(accounts),
        new Pivot(count, starts(accounts)),
        new Volume(accounts),
        new Capability(accounts),
        new Template(count, usages()),
        new Lockstep(count),
        itself);
  }

  private Accounts accounts() {
    int count = count("account");
    String[] names = new String[count];
    String[] strata = new String[count];
    long[] exchanges = new long[count];
    int[] first = new int[count];
    int[] last = new int[count];
    int[] created = new int[count];
    int[] narrowness = new int[count];
    try (Rows rows =
        engine.rows(
            "SELECT id, account, country, exchanges, first_started, last_started, created, coding,"
                + " reasoning, tool_use, vision, writing, classified FROM account")) {
      while (rows.next()) {
        int id = rows.getInt(1);
        names[id] = rows.getString(2);
        exchanges[id] = rows.getLong(4);
        first[id] = minute(rows.getLong(5));
        last[id] = minute(rows.getLong(6));
        created[id] = rows.isNull(7) ? Accounts.UNKNOWN : minute(rows.getLong(7));
        narrowness[id] = narrowness(rows);
        strata[id] = rows.getString(3) + " " + Long.numberOfLeadingZeros(exchanges[id]);
      }
    }
    return new Accounts(names, numbers(strata), exchanges, first, last, created, narrowness);
  }

  /** Equal ones get the same number, in the order in which accounts are numbered, not read. */
  private static int[] numbers(String[] strata) {
    Map<String, Integer> numbers = new HashMap<>();
    return Arrays.stream(strata)
        .mapToInt(stratum -> numbers.computeIfAbsent(stratum, key -> numbers.size()))
        .toArray();
  }

  private static int minute(long millis) {
    return (int) Math.floorDiv(millis, MILLIS_A_MINUTE);
  }

  private static int narrowness(Rows rows) {
    long classified = rows.getLong(13);
    if (classified < FEWEST_CLASSIFIED) {
      return -1;
    }
    long rest = classified;
    long most = 0;
    int top = 0;
    for (int capability = 0; capability < Accounts.CAPABILITIES.size(); capability++) {
      boolean named = capability < Accounts.CAPABILITIES.size() - 1;
      long times = named ? rows.getLong(8 + capability) : rest;
      rest -= times;
      top = times > most ? capability : top;
      most = Math.max(most, times);
    }
    return top * Capability.SCALE + (int) (100 * most / classified);
  }

  private List<Means> means(int accounts) {
    int values = count("held");
    List<Holding> all = List.of(new Holding(), new Holding(), new Holding());
    List<Holding> often = List.of(new Holding(), new Holding(), new Holding());
    int[][] alone = new int[MEANS.size()][accounts];
    try (Rows rows = engine.rows("SELECT family, held, account, often FROM shared")) {
      while (rows.next()) {
        int family = rows.getInt(1);
        all.get(family).add(rows.getInt(3), rows.getInt(2));
        if (rows.getInt(4) > 0) {
          often.get(family).add(rows.getInt(3), rows.getInt(2));
        }
      }
    }
    try (Rows rows = engine.rows("SELECT family, account, count_alone FROM alone")) {
      while (rows.next()) {
        alone[rows.getInt(1)][rows.getInt(2)] = rows.getInt(3);
      }
    }
    List<Means> means = new ArrayList<>();
    for (int family = 0; family < MEANS.size(); family++) {
      if (MEANS.get(family).seenIn(columns)) {
        means.add(
            new Means(
                MEANS.get(family),
                all.get(family).incidence(accounts, values),
                often.get(family).incidence(accounts, values),
                alone[family]));
      }
    }
    return means;
  }

  private Pivot.Starts starts(Accounts accounts) {
    List<String> models = new ArrayList<>();
    Map<Long, Integer> numbers = new HashMap<>();
    try (Rows rows = engine.rows(MODELS)) {
      while (rows.next()) {
        numbers.put(rows.getLong(1), models.size());
        models.add(rows.getString(2));
      }
    }
    Ints account = new Ints();
    Ints model = new Ints();
    Ints hour = new Ints();
    try (Rows rows = engine.rows("SELECT account, model_key, first_used FROM start")) {
      while (rows.next()) {
        int number = numbers.getOrDefault(rows.getLong(2), -1);
        int id = rows.getInt(1);
        int used = (int) Math.floorDiv(rows.getLong(3), MILLIS_AN_HOUR);
        if (number >= 0 && used - accounts.first()[id] / 60 >= SETTLED) {
          account.add(id);
          model.add(number);
          hour.add(used);
        }
      }
    }
    return new Pivot.Starts(
        account.array(), model.array(), hour.array(), hour.count(), models.toArray(new String[0]));
  }

  private Template.Usages usages() {
    if (!columns.contains(Column.SKETCH)) {
      return new Template.Usages(new int[0], new int[0], new int[0], new int[0], 0, 0);
    }
    for (String step : List.of("recurring", "usages", "rare")) {
      Script.run(engine, step);
    }
    int[] templates = Templates.of(sketches());
    int most = count("usage");
    Ints account = new Ints(most);
    Ints template = new Ints(most);
    Ints first = new Ints(most);
    Ints last = new Ints(most);
    try (Rows rows = engine.rows(USAGES)) {
      while (rows.next()) {
        account.add(rows.getInt(1));
        template.add(templates[rows.getInt(2)]);
        first.add(rows.getInt(3));
        last.add(rows.getInt(4));
      }
    }
    int count = Arrays.stream(templates).max().orElse(-1) + 1;
    return new Template.Usages(
        account.array(), template.array(), first.array(), last.array(), account.count(), count);
  }

  /** The rare ones, by their numbers, which ascend with them. */
  private long[] sketches() {
    long[] sketches = new long[count("rare")];
    try (Rows rows = engine.rows("SELECT id, sketch_key FROM rare")) {
      while (rows.next()) {
        sketches[rows.getInt(1)] = rows.getLong(2);
      }
    }
    return sketches;
  }

  private int count(String table) {
    try (Rows rows = engine.rows("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Pairs of accounts and values. */
  private record Holding(Ints account, Ints value) {
    Holding() {
      this(new Ints(), new Ints());
    }

    void add(int holder, int held) {
      account.add(holder);
      value.add(held);
    }

    Incidence incidence(int accounts, int values) {
      return Incidence.of(accounts, values, account.array(), value.array(), account.count());
    }
  }
}
