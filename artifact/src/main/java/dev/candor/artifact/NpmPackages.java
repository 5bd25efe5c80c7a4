package dev.candor.artifact;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packages of an npm registry, by way of the cache. The network is set up, and npm asked for its
 * settings, when first needed; so what is cached counts whatever registry npm is set to now, unless
 * the user names one.
 */
final class NpmPackages implements AutoCloseable {
  private final Surroundings surroundings;
  private final Patience patience;
  private final Disk disk;
  private final FetchOptions options;
  private final ArtifactCache cache;
  private final ResolvedIndex index;
  private final VersionCache versions;
  private Optional<Network> network = Optional.empty();

  private record Network(
      NpmConfig config, Transport transport, NpmRegistry registry, Download download) {}

  NpmPackages(Surroundings surroundings, Patience patience, Disk disk, FetchOptions options) {
    this.surroundings = surroundings;
    this.patience = patience;
    this.disk = disk;
    this.options = options;
    this.cache = new ArtifactCache(options.cache());
    this.index = new ResolvedIndex(options.cache());
    this.versions = new VersionCache(options.cache());
  }

  Artifact open(RegistryPackage wanted) {
    options.progress().stage("look up " + wanted);
    Manifest manifest = resolve(wanted);
    List<String> notes = new ArrayList<>(notesOn(manifest));
    PlatformPackages platform = platformPackages(manifest, notes);

    List<Artifact.Part> parts = new ArrayList<>();
    boolean single = platform.chosen().isEmpty();
    parts.add(fetch(manifest, single ? "" : wanted.name() + "/"));
    for (PlatformPackages.Candidate candidate : platform.chosen()) {
      notes.addAll(notesOn(candidate.manifest()));
      parts.add(fetch(candidate.manifest(), candidate.name() + "/"));
    }
    network.ifPresent(used -> notes.addAll(used.config.notes()));
    return new Artifact(parts, notes);
  }

  /** That package alone, without those for a platform. */
  Artifact only(RegistryPackage wanted) {
    options.progress().stage("look up " + wanted);
    Manifest manifest = resolve(wanted);
    List<String> notes = new ArrayList<>(notesOn(manifest));
    Artifact.Part part = fetch(manifest, "");
    network.ifPresent(used -> notes.addAll(used.config.notes()));
    return new Artifact(List.of(part), notes);
  }

  /** What the registry has of the package, empty where it has none of that name. */
  Optional<byte[]> document(String name) {
    return network(new RegistryPackage(name, "latest")).registry.document(name);
  }

  /** As {@link Fetch#versions} has it. */
  PublishedVersions versions(String name, Duration age, Instant now) {
    RegistryPackage any = new RegistryPackage(name, "latest");
    Optional<PublishedVersions> kept =
        versions
            .find(name)
            .filter(known -> isOf(known.registry()))
            .filter(known ->
                options.offline()
                    || (!known.asked().isAfter(now) && !known.asked().plus(age).isBefore(now)));
    return kept.orElseGet(() -> {
      options.progress().stage("look up the versions of " + name);
      Network used = network(any);
      PublishedVersions said =
          new PublishedVersions(
              name,
              used.config.registryOf().apply(name).toString(),
              now,
              used.registry.versions(name));
      versions.store(said);
      return said;
    });
  }

  /** Another registry may have another package of that name: then what is known does not count. */
  private boolean isOf(String registry) {
    return options.registry().isEmpty()
        || registry.equals(NpmConfig.checked(options.registry().get()).toString());
  }

  private Manifest resolve(RegistryPackage wanted) {
    return known(wanted)
        .map(ResolvedIndex.Known::manifest)
        .orElseGet(() -> remembered(network(wanted).registry.manifest(wanted)));
  }

  private Optional<ResolvedIndex.Known> known(RegistryPackage wanted) {
    return index.find(wanted).filter(known -> isOf(known.registry()));
  }

  private Manifest remembered(Manifest manifest) {
    String registry =
        network(manifest.reference())
            .config
            .registryOf()
            .apply(manifest.reference().name())
            .toString();
    index.store(new ResolvedIndex.Known(manifest, registry, Optional.empty()));
    return manifest;
  }

  private PlatformPackages platformPackages(Manifest manifest, List<String> notes) {
    Map<String, RegistryPackage> possible = PlatformPackages.possible(manifest);
    Platform platform = options.platform().orElseGet(Platform::host);
    List<PlatformPackages.Candidate> candidates =
        ManifestLookup.all(
            possible,
            reference ->
                known(reference)
                    .map(ResolvedIndex.Known::manifest)
                    .or(() -> network(reference).registry.find(reference).map(this::remembered)),
            notes);
    PlatformPackages selected = PlatformPackages.select(candidates, platform);
    notes.addAll(selected.notes());
    if (selected.chosen().isEmpty() && !selected.others().isEmpty()) {
      String message =
          manifest.reference()
              + " has no package for "
              + platform
              + ". It has: "
              + String.join(", ", selected.others());
      if (options.platform().isPresent()) {
        throw new InputException(message + ". Name one of those platforms with --platform.");
      }
      notes.add(message);
    }
    return selected;
  }

  private Artifact.Part fetch(Manifest manifest, String prefix) {
    RegistryPackage reference = manifest.reference();
    Integrity expected = manifest.expected();
    Optional<String> before = known(reference).flatMap(ResolvedIndex.Known::sha512);
    ArtifactCache.Cached cached =
        cache.obtain(
            expected,
            before,
            part -> {
              options.progress().stage("download " + reference);
              Network used = network(reference);
              List<URI> sources = TarballAddress.of(manifest, used.config);
              return used.download.fetch(
                  reference.toString(), sources, expected, part, options.progress());
            },
            () -> options.progress().stage("wait for another candor that downloads " + reference));
    if (expected.weak() && before.isEmpty()) {
      known(reference)
          .ifPresent(k ->
              index.store(
                  new ResolvedIndex.Known(manifest, k.registry(), Optional.of(cached.sha512()))));
    }
    Digest digest = new Digest("sha512", cached.sha512());
    return new Artifact.Part(
        new Subject(reference.purl(), Optional.of(digest)), cached.path(), prefix);
  }

  private static List<String> notesOn(Manifest manifest) {
    List<String> notes = new ArrayList<>();
    manifest
        .deprecated()
        .ifPresent(message ->
            notes.add(
                manifest.reference() + " is deprecated by its publisher: " + Shown.text(message)));
    if (manifest.expected().weak()) {
      notes.add(
          manifest.reference()
              + " was verified by SHA-1 only, because the registry names nothing"
              + " stronger; a forged file could have the same");
    }
    return notes;
  }

  private synchronized Network network(RegistryPackage wanted) {
    if (options.offline()) {
      List<String> versions = index.versions(wanted.name());
      throw new InputException(
          wanted
              + " is not in the cache "
              + options.cache()
              + " and --offline was given. "
              + (versions.isEmpty()
                  ? "Fetch it once without --offline."
                  : "Known there: " + String.join(", ", versions) + "."));
    }
    if (network.isEmpty()) {
      NpmConfig config = NpmConfig.load(surroundings, options.registry());
      Transport transport = new Transport(config, patience);
      network =
          Optional.of(
              new Network(
                  config,
                  transport,
                  new NpmRegistry(transport, config, patience),
                  new Download(transport, config.proxies(), patience, disk)));
    }
    return network.get();
  }

  @Override
  public void close() {
    network.ifPresent(used -> used.transport.close());
  }
}
