package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/**
 * Asks an npm registry what it knows of a package.
 *
 * @see <a href="https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md">Registry API</a>
 */
final class NpmRegistry {
  private static final String FULL = "application/json";

  /** Leaves out read-me texts and dates, so it is a fraction of the size. */
  private static final String ABBREVIATED =
      "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8";

  /** The largest of 2026-11 has 25 MB. */
  private static final int MOST_DOCUMENT = 256 << 20;

  // Beside "not found": what registries answer that do not know addresses of single versions.
  private static final Set<Integer> ABSENT = Set.of(400, 404, 405, 406, 410);

  private final Transport transport;
  private final NpmConfig config;
  private final Patience patience;

  NpmRegistry(Transport transport, NpmConfig config, Patience patience) {
    this.transport = transport;
    this.config = config;
    this.patience = patience;
  }

  /**
   * @throws InputException if there is no such package, version or dist-tag, or no answer
   */
  Manifest manifest(RegistryPackage wanted) {
    URI uri = address(wanted.name() + "/" + wanted.version(), wanted.name());
    return this.<JsonNode>get(wanted.toString(), uri, FULL, Json::read)
        .map(json -> check(Manifest.read(json, wanted.name()), wanted))
        .orElseGet(() -> fromPackument(wanted));
  }

  /** The same for an exact version, empty where the registry does not have it. */
  Optional<Manifest> find(RegistryPackage wanted) {
    URI uri = address(wanted.name() + "/" + wanted.version(), wanted.name());
    return this.<JsonNode>get(wanted.toString(), uri, FULL, Json::read)
        .or(() -> packument(wanted, ABBREVIATED).flatMap(Packument::manifest))
        .map(json -> check(Manifest.read(json, wanted.name()), wanted));
  }

  private Manifest fromPackument(RegistryPackage wanted) {
    String registry = Shown.address(config.registryOf().apply(wanted.name()));
    Packument known = packument(wanted, ABBREVIATED).orElseThrow(() -> noPackage(wanted, registry));
    if (known.versions().isEmpty()) {
      throw noPackage(wanted, registry);
    }
    if (known.manifest().isPresent()) {
      return check(Manifest.read(known.manifest().get(), wanted.name()), wanted);
    }
    if (wanted.exact()) {
      // Only the full document has the dates that tell an unpublished version from a gap.
      Packument full = packument(wanted, FULL).orElse(known);
      throw VersionAdvice.noSuchVersion(wanted, full, registry);
    }
    String version = known.tags().getOrDefault(wanted.version(), "");
    if (!known.versions().contains(version)) {
      throw VersionAdvice.noSuchTag(wanted, known);
    }
    return manifest(new RegistryPackage(wanted.name(), version));
  }

  private InputException noPackage(RegistryPackage wanted, String registry) {
    boolean unpublished =
        packument(wanted, FULL).filter(p -> p.times().containsKey("unpublished")).isPresent();
    return unpublished
        ? new InputException(
            wanted.name()
                + " was taken back by its publisher (unpublished); "
                + registry
                + " has no version of it any more.")
        : VersionAdvice.noSuchPackage(wanted.name(), registry);
  }

  private Optional<Packument> packument(RegistryPackage wanted, String accept) {
    return get(
        wanted.name(),
        address(wanted.name(), wanted.name()),
        accept,
        json -> Packument.read(json, wanted.version()));
  }

  /** The package's whole document as the registry wrote it, in the form that installers ask for. */
  Optional<byte[]> document(String name) {
    return get(name, address(name, name), ABBREVIATED, NpmRegistry::bytes);
  }

  /**
   * All versions of the package, ascending; those that were taken back too.
   *
   * @throws InputException if there is no such package, or no answer
   */
  List<PublishedVersion> versions(String name) {
    // Only the full document has the dates.
    Optional<List<PublishedVersion>> all =
        get(name, address(name, name), FULL, VersionDocument::read);
    return all.filter(some -> !some.isEmpty())
        .orElseThrow(() ->
            noPackage(
                new RegistryPackage(name, "latest"),
                Shown.address(config.registryOf().apply(name))));
  }

  private static byte[] bytes(InputStream in) {
    try {
      return in.readNBytes(MOST_DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest check(Manifest manifest, RegistryPackage wanted) {
    if (wanted.exact() && !manifest.reference().equals(wanted)) {
      throw new InputException(
          "The registry answered "
              + manifest.reference()
              + " where "
              + wanted
              + " was asked for; check the registry's address.");
    }
    return manifest;
  }

  // A scope's slash is part of the name and is encoded; name and version hold nothing else to
  // encode
  // but the "+" of build metadata.
  private URI address(String path, String name) {
    String encoded = name.replace("/", "%2f") + path.substring(name.length()).replace("+", "%2B");
    return URI.create(config.registryOf().apply(name) + encoded);
  }

  private <T> Optional<T> get(
      String what, URI uri, String accept, Function<InputStream, T> reader) {
    Map<String, String> headers = Map.of("Accept", accept, "Accept-Encoding", "gzip");
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= patience.attempts();
      try (Answer answer = transport.get(uri, headers)) {
        if (answer.status() == 200) {
          return Optional.of(reader.apply(decoded(answer)));
        }
        if (ABSENT.contains(answer.status())) {
          return Optional.empty();
        }
        if (last || !answer.passing()) {
          throw Trouble.refused(what, answer, config.proxies().forAddress(answer.uri()));
        }
      } catch (JacksonIOException e) {
        failed(
            what, uri, last, Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
      } catch (IOException e) {
        failed(what, uri, last, e);
      } catch (UncheckedIOException e) {
        failed(what, uri, last, Objects.requireNonNullElseGet(e.getCause(), IOException::new));
      } catch (JacksonException e) {
        throw new InputException(
            Shown.address(uri)
                + " did not answer as an npm registry does (no JSON it can be read"
                + " by); check the registry's address.",
            e);
      }
      LockSupport.parkNanos(patience.pauseAfter(attempt).toNanos());
    }
  }

  private void failed(String what, URI uri, boolean last, IOException e) {
    if (last || !Trouble.passing(e)) {
      throw Trouble.network(what, uri, config.proxies().forAddress(uri), e);
    }
  }

  private static InputStream decoded(Answer answer) throws IOException {
    return answer.header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent()
        ? new GZIPInputStream(answer.body())
        : answer.body();
  }
}
