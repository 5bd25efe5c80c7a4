package dev.candor.cli;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.Platform;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What every command takes that obtains a package: which one, and from where. */
final class FetchArguments {
  private static final String PLATFORM = "--platform";
  private static final String REGISTRY = "--registry";
  private static final String OFFLINE = "--offline";

  private FetchArguments() {}

  static void declare(CommandSpec spec) {
    Options.argument(
        spec, 0, String.class, "PACKAGE", "npm:NAME@VERSION, a package URL, or a path.");
    options(spec);
  }

  /** The same for a command that takes packages in its own way. */
  static void options(CommandSpec spec) {
    spec.addOption(
        Options.value(
                PLATFORM,
                String.class,
                "OS-CPU",
                "Read the program made for this platform, as linux-x64; default: this machine's.")
            .build());
    spec.addOption(
        Options.value(
                REGISTRY,
                String.class,
                "URL",
                "Fetch from this registry; default: the one that npm is set to.")
            .build());
    Options.flag(spec, OFFLINE, "Use only what is in the cache.");
  }

  /**
   * The package at that position.
   *
   * @throws InputException if it is none
   */
  static PackageReference reference(ParseResult arguments, int position) {
    return PackageReference.parse(arguments.matchedPositionalValue(position, ""));
  }

  /**
   * What the arguments ask for.
   *
   * @throws InputException if the registry or the platform is none
   */
  static FetchOptions options(ParseResult arguments, Progress progress) {
    return new FetchOptions(
        Options.text(arguments, REGISTRY).map(FetchArguments::registry),
        Options.text(arguments, PLATFORM).map(Platform::parse),
        arguments.hasMatchedOption(OFFLINE),
        FetchOptions.standard().cache(),
        progress);
  }

  private static URI registry(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new InputException(noRegistry(text), e);
    }
    throw new InputException(noRegistry(text));
  }

  private static String noRegistry(String text) {
    return text + " is not the address of a registry. Write --registry https://HOST/.";
  }
}
