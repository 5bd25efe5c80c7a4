package dev.candor.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Looks up several packages at once: a tool has up to twenty platforms, each a request. */
final class ManifestLookup {
  private static final int AT_ONCE = 6;
  private static final int MOST = 64;

  private ManifestLookup() {}

  /**
   * @param references what to look up, by the name it is depended on
   * @param lookup empty if there is no such package
   * @param notes gets what is missing
   * @return what was found, in the order of {@code references}
   */
  static List<PlatformPackages.Candidate> all(
      Map<String, RegistryPackage> references,
      Function<RegistryPackage, Optional<Manifest>> lookup,
      List<String> notes) {
    Map<String, Future<Optional<Manifest>>> answers = new LinkedHashMap<>();
    Semaphore places = new Semaphore(AT_ONCE);
    List<PlatformPackages.Candidate> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      references.entrySet().stream()
          .limit(MOST)
          .forEach(entry ->
              answers.put(
                  entry.getKey(), threads.submit(() -> limited(places, lookup, entry.getValue()))));
      answers.forEach((name, answer) ->
          result(answer)
              .ifPresentOrElse(
                  manifest -> found.add(new PlatformPackages.Candidate(name, manifest)),
                  () ->
                      notes.add(
                          references.get(name)
                              + ", an optional dependency, is not in the registry")));
    }
    if (references.size() > MOST) {
      notes.add(
          (references.size() - MOST)
              + " of "
              + references.size()
              + " optional dependencies were not looked up");
    }
    return found;
  }

  private static Optional<Manifest> limited(
      Semaphore places,
      Function<RegistryPackage, Optional<Manifest>> lookup,
      RegistryPackage reference)
      throws InterruptedException {
    places.acquire();
    try {
      return lookup.apply(reference);
    } finally {
      places.release();
    }
  }

  private static Optional<Manifest> result(Future<Optional<Manifest>> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
