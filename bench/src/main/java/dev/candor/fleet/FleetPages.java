package dev.candor.fleet;

import dev.candor.audit.Engine;
import dev.candor.fleet.collect.page.Pages;
import dev.candor.fleet.collect.page.Query;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Judgement;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Means;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

/**
 * Fills a store with made-up machines and measures each page. Arguments: folder or address of the
 * store, machines, installations of each. A store that has machines is not filled again.
 */
final class FleetPages {
  private static final int TIMES = 20;
  private static final int TOOLS = 40;
  private static final Duration WEEK = Duration.ofDays(7);

  private FleetPages() {}

  public static void main(String[] arguments) {
    int machines = Integer.parseInt(arguments[1]);
    int installations = Integer.parseInt(arguments[2]);
    try (Store store =
        Store.isAddress(arguments[0])
            ? Store.at(arguments[0], Optional.empty(), Retention.USUAL)
            : Store.in(Path.of(arguments[0]), Retention.USUAL)) {
      if (store.ask(answers -> answers.machines()) == 0) {
        fill(store, machines, installations);
      }
      Pages pages = new Pages(store, Clock.systemUTC());
      System.out.println("| page | median ms | slowest ms | KB |");
      System.out.println("| --- | --- | --- | --- |");
      pages().forEach((name, page) -> measure(pages, name, page));
    }
  }

  private record Asked(String path, Map<String, String> query) {}

  private static SequencedMap<String, Asked> pages() {
    SequencedMap<String, Asked> pages = new LinkedHashMap<>();
    pages.put("overview", new Asked("/", Map.of()));
    pages.put("a tool that all have", new Asked("/tools", Map.of("tool", "tool-1")));
    pages.put(
        "a range of its versions",
        new Asked("/tools", Map.of("tool", "tool-1", "versions", ">=1.2.0|<1.7.0")));
    pages.put("machines of a name", new Asked("/tools", Map.of("machine", "4711")));
    pages.put("violations", new Asked("/violations", Map.of()));
    pages.put("changes of a week", new Asked("/changes", Map.of()));
    pages.put("machines", new Asked("/machines", Map.of()));
    pages.put("one machine", new Asked("/machine", Map.of("id", "4711")));
    return pages;
  }

  private static void measure(Pages pages, String name, Asked asked) {
    long[] times = new long[TIMES];
    int bytes = 0;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      bytes = pages.page(asked.path(), new Query(asked.query())).orElseThrow().length;
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    System.out.printf(
        "| %s | %.0f | %.0f | %d |%n",
        name, times[TIMES / 2] / 1e6, times[TIMES - 1] / 1e6, bytes / 1_000);
  }

  /** Two looks at each machine, a week apart and now; a tenth of the tools changed between. */
  private static void fill(Store store, int machines, int installations) {
    Random random = new Random(1);
    Instant now = Instant.now();
    Judge judge =
        (_, one, _) ->
            one.tool().equals("tool-1") && one.version().orElse("").startsWith("1.3.")
                ? Optional.of(
                    new Judgement("deny", "no-1.3", "marks", Optional.empty(), Instant.EPOCH))
                : Optional.empty();
    long start = System.nanoTime();
    for (int i = 0; i < machines; i++) {
      List<Installation> before = new ArrayList<>();
      for (int k = 0; k < installations; k++) {
        before.add(installation(k, random));
      }
      List<Installation> after =
          before.stream()
              .map(one -> random.nextInt(10) == 0 ? installation(before.indexOf(one), random) : one)
              .toList();
      String name = "host-%05d.example.com".formatted(i);
      store.take(look(name, now.minus(WEEK).minusSeconds(i), before), now, judge);
      store.take(look(name, now.minusSeconds(i), after), now, judge);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d inventories taken one by one in %.0f s, %.0f a second%n%n",
        2 * machines, seconds, 2 * machines / seconds);
  }

  private static Inventory look(String machine, Instant taken, List<Installation> all) {
    return new Inventory(
        machine,
        "Debian 13",
        taken,
        "/",
        all,
        List.of(),
        List.of(),
        List.of(),
        new Engine("x", "y"));
  }

  private static Installation installation(int number, Random random) {
    String tool = "tool-" + number % TOOLS;
    String version = "1.%d.%d".formatted(random.nextInt(10), random.nextInt(10));
    return new Installation(
        tool,
        "pkg:npm/" + tool + "@" + version,
        Optional.of(version),
        Means.NPM,
        "/home/user%d/.npm/lib/node_modules/%s".formatted(number / TOOLS, tool),
        List.of("package.json"),
        Optional.empty());
  }
}
