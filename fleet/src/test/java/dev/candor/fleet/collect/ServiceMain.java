package dev.candor.fleet.collect;

import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The service as a process of its own, for tests that kill it: store, then file of tokens. */
final class ServiceMain {
  private ServiceMain() {}

  public static void main(String[] arguments) {
    Store store =
        Store.isAddress(arguments[0])
            ? Store.at(arguments[0], Optional.empty(), Retention.USUAL)
            : Store.in(Path.of(arguments[0]), Retention.USUAL);
    PrintStream err = System.err;
    Collector collector =
        Collector.start(
            Serving.at("127.0.0.1", 0, Optional.empty(), false),
            store,
            Tokens.in(Path.of(arguments[1])),
            Judge.NONE,
            Clock.systemUTC(),
            err::println);
    System.out.println(collector.address());
  }
}
