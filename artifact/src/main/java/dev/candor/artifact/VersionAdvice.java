package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say to someone who asked for a version that is not there. */
final class VersionAdvice {
  private VersionAdvice() {}

  static InputException noSuchPackage(String name, String registry) {
    return new InputException(
        "There is no package "
            + name
            + " in "
            + registry
            + ". Check the spelling; a private package needs a login (npm login) or its own"
            + " registry (--registry).");
  }

  static InputException noSuchTag(RegistryPackage wanted, Packument packument) {
    return new InputException(
        wanted.name()
            + " has no dist-tag "
            + wanted.version()
            + ". It has: "
            + packument.tags().keySet().stream()
                .limit(20)
                .map(Shown::text)
                .sorted()
                .collect(Collectors.joining(", "))
            + ". Or name an exact version.");
  }

  static InputException noSuchVersion(
      RegistryPackage wanted, Packument packument, String registry) {
    Optional<String> published = Optional.ofNullable(packument.times().get(wanted.version()));
    String what =
        published
            .map(date ->
                wanted
                    + " was published"
                    + day(date)
                    + " and has been taken back (unpublished); "
                    + registry
                    + " has it no more.")
            .orElse(
                wanted + " was never published in " + registry + "; version numbers have gaps.");
    return new InputException(what + neighbours(wanted, packument));
  }

  /** The next published versions below and above; prereleases only if one was asked for. */
  private static String neighbours(RegistryPackage wanted, Packument packument) {
    SemanticVersion missing = SemanticVersion.parse(wanted.version()).orElseThrow();
    List<SemanticVersion> published =
        packument.versions().stream()
            .flatMap(text -> SemanticVersion.parse(text).stream())
            .filter(v -> v.prerelease().isEmpty() || !missing.prerelease().isEmpty())
            .toList();
    Optional<String> below =
        published.stream()
            .filter(version -> version.compareTo(missing) < 0)
            .max(Comparator.naturalOrder())
            .map(version -> version + " below");
    Optional<String> above =
        published.stream()
            .filter(version -> version.compareTo(missing) > 0)
            .min(Comparator.naturalOrder())
            .map(version -> version + " above");
    Optional<String> latest =
        Optional.ofNullable(packument.tags().get("latest"))
            .map(version -> "latest is " + Shown.text(version));
    String list =
        Stream.of(below, above, latest).flatMap(Optional::stream).collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : " Nearest: " + list + ".";
  }

  private static String day(String date) {
    return date.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? " on " + date.substring(0, 10) : "";
  }
}
