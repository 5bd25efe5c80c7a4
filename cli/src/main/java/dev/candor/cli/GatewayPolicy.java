package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.gateway.Log;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.PolicyRuling;
import dev.candor.gateway.PolicyRuling.Known;
import dev.candor.gateway.Ruling;
import dev.candor.gateway.Upstream;
import dev.candor.policy.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a gateway rules by: the policy that it was given, or none. Whenever the policy's file
 * changes it is read again; where that is no policy any more, the one before stays in force, and
 * the log says so.
 *
 * @param over ends looking after the file
 */
record GatewayPolicy(Ruling ruling, CountDownLatch over) implements AutoCloseable {
  private static final int PAUSE_SECONDS = 1;

  /**
   * Reads it, and looks after it until it is closed.
   *
   * @param otherwise what becomes of what it does not deny
   * @throws InputException if it is no policy, or something of it does not hold
   */
  static GatewayPolicy of(
      Optional<Path> file, List<Upstream> upstreams, Ruling otherwise, Metrics metrics, Log log) {
    CountDownLatch over = new CountDownLatch(1);
    if (file.isEmpty()) {
      return new GatewayPolicy(otherwise, over);
    }
    Catalogue catalogue = Catalogue.supplied();
    String seen = state(file.get());
    PolicyRuling ruling =
        new PolicyRuling(
            PolicyReading.inForce(file.get(), Version.engine()),
            tool ->
                catalogue
                    .agent(tool.name())
                    .map(known -> new Known(known.name(), Product.parse(known.purl()).product())),
            upstreams.stream().collect(Collectors.toMap(Upstream::name, Upstream::host)),
            otherwise,
            metrics,
            log);
    GatewayPolicy policy = new GatewayPolicy(ruling, over);
    Thread _ = Thread.ofVirtual().start(() -> policy.watch(file.get(), seen, ruling, log));
    return policy;
  }

  private void watch(Path file, String first, PolicyRuling policy, Log log) {
    String seen = first;
    try {
      while (!over.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        String now = state(file);
        if (!now.equals(seen)) {
          seen = now;
          read(file, policy, log);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(Path file, PolicyRuling policy, Log log) {
    try {
      policy.replace(PolicyReading.inForce(file, Version.engine()));
      log.tell("policy-read", "file", file.toString());
    } catch (InputException e) {
      log.tell("policy-kept", "file", file.toString(), "why", String.valueOf(e.getMessage()));
    }
  }

  /** Changes with the file; what it cites is not looked at. */
  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
