package dev.candor.fleet.collect.store;

import static dev.candor.fleet.collect.store.Fleet.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.fleet.collect.store.ChangeAnswers.Change;
import dev.candor.fleet.collect.store.ChangeAnswers.Kind;
import dev.candor.fleet.collect.store.ViolationAnswers.Violation;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it is on. */
abstract class StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String DAY_1 = "2026-11-18T08:00:00Z";
  private static final String DAY_2 = "2026-11-19T08:00:00Z";
  private static final String DAY_3 = "2026-11-20T08:00:00Z";
  private static final String DAY_4 = "2026-11-21T08:00:00Z";

  private Store store;

  abstract Store open(Retention retention) throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = open(Retention.USUAL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void tellsWhatIsWhereAndSinceWhen() {
    take(look("anna", DAY_1, "claude-code@2.1.90"));
    take(look("anna", DAY_2, "claude-code@2.1.91", "codex@0.5.0"));
    take(look("bert", DAY_3, "claude-code@2.1.91"));

    assertThat(rows(Answers::tools))
        .containsExactly(
            new Answers.ToolCount("claude-code", 1, 2), new Answers.ToolCount("codex", 1, 1));
    assertThat(rows(answers -> answers.versions("claude-code")))
        .containsExactly(
            new Answers.VersionCount(
                "2.1.91", "pkg:npm/claude-code@2.1.91", 2, Instant.parse(DAY_2)));
    assertThat(installed(filter("claude-code", 0)))
        .extracting(Answers.Installed::name, Answers.Installed::first, Answers.Installed::lastSeen)
        .containsExactly(
            tuple("anna", Instant.parse(DAY_2), Instant.parse(DAY_2)),
            tuple("bert", Instant.parse(DAY_3), Instant.parse(DAY_3)));
  }

  @Test
  void tellsOfWhatIsGoneWhenItWasSeenLast() {
    take(look("anna", DAY_1, "codex@0.5.0"));
    take(look("anna", DAY_2, "codex@0.5.0"));
    take(look("anna", DAY_4));

    long anna = only(store.ask(answers -> answers.machines(Optional.empty(), 0, 9))).id();
    Answers.Installed codex = only(store.ask(answers -> answers.periods(anna)));
    assertThat(codex.gone()).isTrue();
    assertThat(codex.first()).isEqualTo(DAY_1);
    assertThat(codex.lastSeen()).isEqualTo(DAY_2);
  }

  @Test
  void theSameInventoryIsTakenOnce() {
    Inventory inventory = look("anna", DAY_1, "codex@0.5.0");

    assertThat(take(inventory)).isEqualTo(Taken.NEW);
    assertThat(take(inventory)).isEqualTo(Taken.KNOWN);
    assertThat(count(Answers::machines)).isEqualTo(1);
  }

  @Test
  void clocksThatAreWrongAreRefused() {
    assertThat(take(look("anna", "2026-11-23T12:00:01Z"))).isEqualTo(Taken.IN_THE_FUTURE);
    assertThat(take(look("anna", "1970-01-01T00:00:00Z"))).isEqualTo(Taken.TOO_OLD);
    assertThat(take(look("anna", "9999-01-01T00:00:00Z"))).isEqualTo(Taken.IN_THE_FUTURE);
    assertThat(count(Answers::machines)).isZero();
  }

  @Test
  void anImageOfAMachineIsNotTheMachine() {
    Inventory machine = look("anna", DAY_1, "codex@0.5.0");
    Inventory image =
        new Inventory(
            machine.machine(),
            machine.system(),
            machine.taken(),
            "/mnt/backup",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            machine.engine());
    take(machine);
    take(image);

    assertThat(rows(answers -> answers.machines(Optional.empty(), 0, 9)))
        .extracting(Answers.MachineSeen::root, Answers.MachineSeen::installations)
        .containsExactlyInAnyOrder(tuple("/", 1L), tuple("/mnt/backup", 0L));
  }

  @Test
  void changesAreToldWithTheVersionBefore() {
    take(look("anna", DAY_1, "claude-code@2.1.90", "codex@0.5.0"));
    take(look("anna", DAY_3, "claude-code@2.1.91", "opencode@1.0.0"));

    List<Change> changes =
        store.ask(answers -> answers.changes().since(Instant.parse(DAY_1), Optional.empty(), 10));
    assertThat(changes)
        .extracting(Change::kind, Change::tool, Change::version, Change::before)
        .containsExactlyInAnyOrder(
            tuple(Kind.MACHINE_IS_NEW, "claude-code", "2.1.90", Optional.empty()),
            tuple(Kind.MACHINE_IS_NEW, "codex", "0.5.0", Optional.empty()),
            tuple(Kind.CHANGED, "claude-code", "2.1.91", Optional.of("2.1.90")),
            tuple(Kind.VANISHED, "codex", "0.5.0", Optional.empty()),
            tuple(Kind.APPEARED, "opencode", "1.0.0", Optional.empty()));
    assertThat(rows(answers -> answers.changes().counts(Instant.parse(DAY_2))))
        .containsExactly(
            new ChangeAnswers.Count("claude-code", "2.1.90", 0, 1),
            new ChangeAnswers.Count("claude-code", "2.1.91", 1, 0),
            new ChangeAnswers.Count("codex", "0.5.0", 0, 1),
            new ChangeAnswers.Count("opencode", "1.0.0", 1, 0));
    assertThat(count(answers -> answers.changes().newMachines(Instant.parse(DAY_2)))).isZero();
  }

  /** The later of both: first seen on the 19th, and the rule's own date. */
  @Test
  void aViolationIsThereSinceTheToolAndTheRuleAre() {
    Judge judge =
        (_, installation, now) ->
            installation.tool().equals("claude-code")
                ? Optional.of(
                    new Judgement(
                        "deny",
                        "no-claude",
                        "marks prompts",
                        Optional.of("pkg:npm/qodercli"),
                        Instant.parse("2026-11-19T00:00:00Z")))
                : Optional.empty();
    store.take(look("anna", DAY_1, "claude-code@2.1.91", "codex@1.0.0"), NOW, judge);
    store.take(look("bert", DAY_3, "claude-code@2.1.91"), NOW, judge);

    assertThat(violations(OptionalLong.empty()))
        .extracting(Violation::name, Violation::since, Violation::rule, Violation::replacement)
        .containsExactly(
            tuple("anna", Instant.parse("2026-11-19T00:00:00Z"), "no-claude", "pkg:npm/qodercli"),
            tuple("bert", Instant.parse(DAY_3), "no-claude", "pkg:npm/qodercli"));
    ViolationAnswers.RuleCount rule = only(store.ask(answers -> answers.violations().rules()));
    assertThat(rule.machines()).isEqualTo(2);
    assertThat(violations(OptionalLong.of(rule.id()))).hasSize(2);
    assertThat(violations(OptionalLong.of(rule.id() + 1))).isEmpty();

    store.take(look("anna", DAY_4, "codex@1.0.0"), NOW, judge);
    assertThat(violations(OptionalLong.empty()))
        .extracting(Violation::name)
        .containsExactly("bert");

    store.judge(Judge.NONE, NOW);
    assertThat(violations(OptionalLong.empty())).isEmpty();
    store.judge(judge, NOW);
    assertThat(violations(OptionalLong.empty())).hasSize(1);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    Judge judge =
        (_, _, _) ->
            Optional.of(new Judgement("warn", "all", "why", Optional.empty(), Instant.EPOCH));
    for (int i = 0; i < 25; i++) {
      store.take(look("m" + i % 10, DAY_1, "a@" + i, "b@" + i), NOW, judge);
    }
    List<Long> places = new ArrayList<>();
    long after = 0;
    for (List<Answers.Installed> page = installed(filter("a", after));
        !page.isEmpty();
        page = installed(filter("a", after))) {
      page.forEach(one -> places.add(one.period()));
      after = page.getLast().period();
    }
    assertThat(places).doesNotHaveDuplicates().hasSize(10);

    Set<Cursor> seen = new LinkedHashSet<>();
    Optional<Cursor> last = Optional.empty();
    for (List<Violation> page = page(last); !page.isEmpty(); page = page(last)) {
      page.forEach(one -> assertThat(seen.add(one.cursor())).isTrue());
      last = Optional.of(page.getLast().cursor());
    }
    assertThat(seen).hasSize(20);

    Set<String> names = new TreeSet<>();
    long machine = 0;
    for (List<Answers.MachineSeen> page = machines(machine);
        !page.isEmpty();
        page = machines(machine)) {
      page.forEach(one -> assertThat(names.add(one.name())).isTrue());
      machine = page.getLast().id();
    }
    assertThat(names).hasSize(10);
  }

  private List<Violation> page(Optional<Cursor> after) {
    return store.ask(answers -> answers.violations().oldestFirst(OptionalLong.empty(), after, 3));
  }

  private List<Answers.MachineSeen> machines(long after) {
    return store.ask(answers -> answers.machines(Optional.empty(), after, 3));
  }

  @Test
  void aPartOfANameIsNoPattern() {
    take(look("build_1", DAY_1, "a@1"));
    take(look("buildx1", DAY_1, "a@1"));
    take(look("Lab%", DAY_1, "a@1"));

    assertThat(named("D_1")).containsExactly("build_1");
    assertThat(named("%")).containsExactly("Lab%");
    assertThat(named("!")).isEmpty();
    assertThat(named("lab")).containsExactly("Lab%");
  }

  private List<String> named(String part) {
    return installed(new Answers.Filter(Optional.empty(), Optional.empty(), Optional.of(part), 0))
        .stream()
        .map(Answers.Installed::name)
        .toList();
  }

  @Test
  void onlyTheVersionsThatAreAskedForAreTold() {
    take(look("anna", DAY_1, "a@1"));
    take(look("bert", DAY_1, "a@2"));

    assertThat(ofVersions("2", "3")).containsExactly("bert");
    assertThat(ofVersions()).isEmpty();
  }

  private List<String> ofVersions(String... versions) {
    return installed(
            new Answers.Filter(
                Optional.of("a"), Optional.of(List.of(versions)), Optional.empty(), 0))
        .stream()
        .map(Answers.Installed::name)
        .toList();
  }

  @Test
  void hostileTextIsKeptByBothDatabases() {
    Inventory hostile = Inventories.with(Inventories.HOSTILE + "x".repeat(60_000));
    assertThat(take(hostile)).isEqualTo(Taken.NEW);
    assertThat(take(hostile)).isEqualTo(Taken.KNOWN);

    Answers.MachineSeen machine = only(machines(0));
    assertThat(machine.name()).startsWith("laptop=").contains("</script>\\u{D800}");
    assertThat(store.newest(machine.id()))
        .hasValueSatisfying(newest -> assertThat(newest).isEqualTo(hostile));
  }

  @Test
  void theNewestInventoryOfEachMachineIsHandedOnAsALine() throws IOException {
    take(look("anna", DAY_2, "a@2"));
    take(look("anna", DAY_1, "a@1"));
    take(look("bert", DAY_1, "b@1"));

    List<String> lines = new ArrayList<>();
    store.eachNewest(line -> lines.add(new String(line, StandardCharsets.UTF_8)));
    assertThat(lines).hasSize(2).allMatch(line -> line.indexOf('\n') == line.length() - 1);
    assertThat(lines.getFirst()).contains("\"anna\"", "a@2");
  }

  @Test
  void whatIsOldIsThinnedAndWhatIsTrueNowStays() throws Exception {
    Instant late = NOW.plus(Duration.ofDays(20));
    try (Store short_ = open(new Retention(Duration.ofDays(10), Duration.ofDays(22)))) {
      short_.take(look("gone", DAY_1, "a@1"), NOW, Judge.NONE);
      short_.take(look("anna", DAY_1, "a@1", "b@1"), NOW, Judge.NONE);
      short_.take(look("anna", DAY_2, "b@1"), NOW, Judge.NONE);
      short_.take(look("anna", DAY_4, "b@1"), NOW, Judge.NONE);
      short_.thin(late);

      Answers.MachineSeen anna =
          only(short_.ask(answers -> answers.machines(Optional.empty(), 0, 9)));
      assertThat(anna.name()).isEqualTo("anna");
      List<Answers.Installed> periods = short_.ask(answers -> answers.periods(anna.id()));
      assertThat(periods)
          .extracting(Answers.Installed::tool, Answers.Installed::first)
          .containsExactly(tuple("b", Instant.parse(DAY_1)));
      assertThat(short_.newest(anna.id())).isPresent();
      assertThat(short_.take(look("anna", DAY_2, "a@1"), late, Judge.NONE))
          .isEqualTo(Taken.TOO_OLD);
    }
  }

  /** The state after all looks follows from the looks alone. */
  @Test
  void orderAndRepetitionOfArrivalDoNotMatter() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      List<Inventory> looks = looks(random);
      List<List<Answers.Installed>> states = new ArrayList<>();
      for (int order = 0; order < 3; order++) {
        List<Inventory> arriving = new ArrayList<>(looks);
        arriving.addAll(looks.subList(0, random.nextInt(looks.size())));
        Collections.shuffle(arriving, random);
        String prefix = "r" + round + "o" + order;
        arriving.forEach(one -> take(renamed(one, prefix)));
        states.add(state(prefix));
      }
      assertThat(states.get(1)).isEqualTo(states.get(0));
      assertThat(states.get(2)).isEqualTo(states.get(0));
      assertThat(states.get(0)).isEqualTo(expected(looks));
    }
  }

  /** Looks at one machine, some in the same second, in which tools come and go. */
  private static List<Inventory> looks(Random random) {
    List<Inventory> looks = new ArrayList<>();
    List<String> tools = List.of("a@1", "a@2", "b@1", "c@1");
    Instant first = Instant.parse(DAY_1);
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String[] there = tools.stream().filter(_ -> random.nextBoolean()).toArray(String[]::new);
      looks.add(look("m", first.plusSeconds(60L * i).toString(), there));
    }
    return looks;
  }

  /** By the definition: runs of looks in which a tool is there. */
  private static List<Answers.Installed> expected(List<Inventory> looks) {
    List<Answers.Installed> all = new ArrayList<>();
    for (String tool : List.of("a@1", "a@2", "b@1", "c@1")) {
      Optional<Instant> first = Optional.empty();
      Instant last = Instant.EPOCH;
      for (Inventory look : looks) {
        boolean there =
            look.installations().stream().anyMatch(one -> one.purl().endsWith("/" + tool));
        if (!there && first.isPresent()) {
          all.add(period(tool, first.get(), last, true));
          first = Optional.empty();
        }
        if (there) {
          first = first.or(() -> Optional.of(look.taken()));
          last = look.taken();
        }
      }
      if (first.isPresent()) {
        all.add(period(tool, first.get(), looks.getLast().taken(), false));
      }
    }
    return sorted(all);
  }

  private static Answers.Installed period(String tool, Instant first, Instant last, boolean gone) {
    return new Answers.Installed(
        0, "", "/", 0, "", "pkg:npm/" + tool, "", "npm", "", first, last, gone);
  }

  private static List<Answers.Installed> sorted(List<Answers.Installed> all) {
    return all.stream()
        .sorted(
            java.util.Comparator.comparing(Answers.Installed::purl)
                .thenComparing(Answers.Installed::first))
        .toList();
  }

  private static Inventory renamed(Inventory one, String name) {
    return look(name, one.taken(), one.installations());
  }

  private List<Answers.Installed> state(String machine) {
    Answers.MachineSeen seen =
        only(store.ask(answers -> answers.machines(Optional.of(machine), 0, 9)));
    return sorted(
        store.ask(answers -> answers.periods(seen.id())).stream()
            .map(one ->
                period(
                    one.purl().substring("pkg:npm/".length()),
                    one.first(),
                    one.gone() ? one.lastSeen() : seen.last(),
                    one.gone()))
            .toList());
  }

  @Test
  void manyAtOnceAreAllKept() throws Exception {
    List<Callable<Taken>> posts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Inventory look =
          look(
              "m" + i % 6, Instant.parse(DAY_1).plusSeconds(i / 6).toString(), "a@" + i % 3, "b@1");
      posts.add(() -> take(look));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      List<Future<Taken>> taken = threads.invokeAll(posts);
      for (Future<Taken> one : taken) {
        assertThat(one.get()).isEqualTo(Taken.NEW);
      }
    }
    assertThat(rows(answers -> answers.versions("b")))
        .extracting(Answers.VersionCount::machines)
        .containsExactly(6L);
    assertThat(
            rows(answers -> answers.changes().since(Instant.parse(DAY_1), Optional.empty(), 1_000)))
        .filteredOn(change -> change.tool().equals("b"))
        .hasSize(6);
  }

  private Taken take(Inventory inventory) {
    return store.take(inventory, NOW, Judge.NONE);
  }

  private List<Answers.Installed> installed(Answers.Filter filter) {
    return store.ask(answers -> answers.installed(filter, 4));
  }

  private static Answers.Filter filter(String tool, long after) {
    return new Answers.Filter(Optional.of(tool), Optional.empty(), Optional.empty(), after);
  }

  private List<Violation> violations(OptionalLong rule) {
    return store.ask(answers -> answers.violations().oldestFirst(rule, Optional.empty(), 10));
  }

  private <T> List<T> rows(Store.Question<List<T>> question) {
    return store.ask(question);
  }

  private long count(Store.Question<Long> question) {
    return store.ask(question);
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.getFirst();
  }
}
