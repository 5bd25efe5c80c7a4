package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.gateway.Limits;
import dev.candor.gateway.Mode;
import dev.candor.gateway.ModeOfUpstream;
import dev.candor.gateway.Ruling;
import dev.candor.gateway.Settings;
import dev.candor.gateway.Upstream;
import dev.candor.text.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How a gateway is set up, on the command line. */
final class GatewayArguments {
  private static final String UPSTREAM = "--upstream";
  private static final String MODE = "--mode";
  private static final String LISTEN = "--listen";
  private static final String ADMIN = "--admin";
  private static final String TOKEN_FILE = "--token-file";
  private static final String TLS_CERTIFICATE = "--tls-certificate";
  private static final String TLS_KEY = "--tls-key";
  private static final String TLS_CLIENTS = "--tls-clients";
  private static final String AUTHORITY = "--upstream-authority";

  private static final String NONE = "none";
  private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:]+):([0-9]{1,5})");
  private static final int SHORTEST_TOKEN = 16;
  private static final int MOST_FILE = 1 << 20;

  private GatewayArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                UPSTREAM,
                String[].class,
                "NAME=URL",
                "Where requests to /NAME/… go, as anthropic=https://api.anthropic.com; if NAME has"
                    + " a dot, requests that name this host. May be given several times.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(
                MODE,
                String[].class,
                "[NAME=]MODE",
                "observe, canonicalise or block, for one upstream or all. Default: observe.")
            .build());
    spec.addOption(
        Options.value(
                LISTEN, String.class, "HOST:PORT", "Where clients come. Default: 127.0.0.1:8377.")
            .build());
    spec.addOption(
        Options.value(
                ADMIN,
                String.class,
                "HOST:PORT",
                "Where /metrics, /healthz and /readyz are; none for nowhere. Default: 127.0.0.1:8378.")
            .build());
    spec.addOption(
        Options.value(
                TOKEN_FILE,
                Path.class,
                "FILE",
                "Ask clients for the token in it, in Proxy-Authorization: Bearer.")
            .build());
    spec.addOption(
        Options.value(
                TLS_CERTIFICATE, Path.class, "FILE", "Speak TLS to clients, with this chain (PEM).")
            .build());
    spec.addOption(
        Options.value(TLS_KEY, Path.class, "FILE", "The certificate's key (PEM, PKCS #8).")
            .build());
    spec.addOption(
        Options.value(
                TLS_CLIENTS,
                Path.class,
                "FILE",
                "Ask clients for a certificate by one of these authorities (PEM).")
            .build());
    spec.addOption(
        Options.value(
                AUTHORITY,
                Path[].class,
                "FILE",
                "Also trust these authorities when an upstream shows its certificate (PEM).")
            .build());
  }

  /** Where requests may go. */
  static List<Upstream> upstreams(ParseResult arguments) {
    String[] none = {};
    return Arrays.stream(arguments.matchedOptionValue(UPSTREAM, none))
        .map(Upstream::parse)
        .toList();
  }

  /** The modes of those upstreams. */
  static Ruling modes(ParseResult arguments, List<Upstream> upstreams) {
    String[] none = {};
    Map<String, Mode> modes = new HashMap<>();
    for (String wish : arguments.matchedOptionValue(MODE, none)) {
      int equals = wish.indexOf('=');
      Mode mode = mode(wish.substring(equals + 1));
      if (equals < 0) {
        upstreams.forEach(upstream -> modes.putIfAbsent(upstream.name(), mode));
        continue;
      }
      String name = wish.substring(0, equals).toLowerCase(Locale.ROOT);
      if (upstreams.stream().noneMatch(upstream -> upstream.name().equals(name))) {
        throw new InputException(
            "%s %s names no upstream. Give it with %s."
                .formatted(MODE, Visible.of(wish, 200), UPSTREAM));
      }
      modes.put(name, mode);
    }
    return new ModeOfUpstream(modes);
  }

  /**
   * @throws InputException if they cannot be, or would not be safe
   */
  static Settings settings(ParseResult arguments, List<Upstream> upstreams, Ruling ruling) {
    return new Settings(
        address(LISTEN, Options.text(arguments, LISTEN).orElse("127.0.0.1:8377")),
        Optional.of(Options.text(arguments, ADMIN).orElse("127.0.0.1:8378"))
            .filter(text -> !text.equals(NONE))
            .map(text -> address(ADMIN, text)),
        upstreams,
        ruling,
        Limits.STANDARD,
        Options.path(arguments, TOKEN_FILE).map(GatewayArguments::token),
        tls(arguments),
        trusted(arguments));
  }

  private static InetSocketAddress address(String option, String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches() || Integer.parseInt(address.group(2)) > 0xffff) {
      throw new InputException(
          "%s %s is no address. Write it as 127.0.0.1:8377 or [::1]:8377."
              .formatted(option, Visible.of(text, 200)));
    }
    return new InetSocketAddress(
        address.group(1).replace("[", "").replace("]", ""), Integer.parseInt(address.group(2)));
  }

  private static Mode mode(String text) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return mode;
      }
    }
    throw new InputException(
        "%s %s is none. Choose observe, canonicalise or block."
            .formatted(MODE, Visible.of(text, 200)));
  }

  private static String token(Path file) {
    String token = new String(content(file), StandardCharsets.UTF_8).strip();
    if (token.length() < SHORTEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new InputException(
          "%s holds no token. Put one of at least %d letters, digits and signs there, without spaces."
              .formatted(file, SHORTEST_TOKEN));
    }
    return token;
  }

  private static Optional<Settings.Tls> tls(ParseResult arguments) {
    Optional<Path> certificate = Options.path(arguments, TLS_CERTIFICATE);
    Optional<Path> key = Options.path(arguments, TLS_KEY);
    Optional<Path> clients = Options.path(arguments, TLS_CLIENTS);
    if (certificate.isEmpty() && key.isEmpty() && clients.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new InputException(
          "TLS to clients needs both %s and %s.".formatted(TLS_CERTIFICATE, TLS_KEY));
    }
    return Optional.of(new Settings.Tls(certificate.get(), key.get(), clients));
  }

  private static List<X509Certificate> trusted(ParseResult arguments) {
    Path[] none = {};
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : arguments.matchedOptionValue(AUTHORITY, none)) {
      try {
        for (Certificate one :
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(content(file)))) {
          all.add((X509Certificate) one);
        }
      } catch (CertificateException e) {
        throw new InputException("%s holds no certificates in PEM.".formatted(file), e);
      }
    }
    return all;
  }

  private static byte[] content(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_FILE);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s). Name another file.".formatted(file, Failures.describe(e)), e);
    }
  }
}
