package dev.candor.artifact;

import dev.candor.core.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * What the user's npm would do to reach a package.
 *
 * @param registryOf the registry of a package's name; its path ends with a slash
 * @param replaceHost whether a tarball's address may be tried at the registry's own host first
 * @param notes what a reader of the result should know about the configuration
 */
record NpmConfig(
    Function<String, URI> registryOf,
    ProxyRules proxies,
    SSLContext tls,
    Credentials credentials,
    boolean replaceHost,
    List<String> notes) {

  /**
   * @param registry the one the user named on the command line, over all others
   */
  static NpmConfig load(Surroundings surroundings, Optional<URI> registry) {
    NpmSettings settings = NpmSettings.gather(surroundings);
    List<String> notes = new ArrayList<>();
    if (settings.text("strict-ssl").filter("false"::equals).isPresent()) {
      notes.add(
          "npm's strict-ssl is off: the registry's certificate was not checked, so the digest it"
              + " named is not to be relied on");
    }
    settings
        .project()
        .filter(file -> registry.isEmpty())
        .ifPresent(file -> notes.add("a registry is named by " + file));
    return new NpmConfig(
        name -> registry.map(NpmConfig::checked).orElseGet(() -> registry(settings, name)),
        ProxyRules.of(settings, surroundings.variables()),
        Trust.of(settings, surroundings),
        new Credentials(settings),
        settings.text("replace-registry-host").filter("never"::equals).isEmpty(),
        List.copyOf(notes));
  }

  private static URI registry(NpmSettings settings, String name) {
    Optional<String> scoped =
        name.startsWith("@")
            ? settings.text(name.substring(0, name.indexOf('/')) + ":registry")
            : Optional.empty();
    String text =
        scoped
            .or(() -> settings.text("registry"))
            .orElseThrow(() ->
                new InputException(
                    "Which registry holds "
                        + name
                        + "? There is no npm on the PATH and"
                        + " nothing names one. Pass --registry URL, or set registry=URL in"
                        + " ~/.npmrc."));
    try {
      return checked(new URI(text));
    } catch (URISyntaxException e) {
      throw new InputException(
          "npm's registry setting is not an address; correct it (npm config get registry).");
    }
  }

  /** http or https with a host; user and password are cut off, the path ends with a slash. */
  static URI checked(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new InputException(
          "The registry "
              + Shown.address(uri)
              + " is not an http or https address;"
              + " correct --registry, or npm's registry setting.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("/*$", "/");
    return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
  }
}
