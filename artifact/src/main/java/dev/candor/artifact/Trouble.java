package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Turns what went wrong on the network or the disk into a message that says what to do. */
final class Trouble {
  private Trouble() {}

  /** Whether trying the same again soon may help. */
  static boolean passing(IOException e) {
    return !(e instanceof ConnectException
        || e instanceof ProtocolException
        || e instanceof HttpConnectTimeoutException
        || e instanceof SSLException
        || e instanceof InterruptedIOException);
  }

  static InputException network(
      String what, URI uri, Optional<ProxyRules.ProxyServer> proxy, IOException e) {
    String by = proxy.map(server -> " through the proxy " + server).orElse("");
    String advice =
        "; check the network and npm's proxy settings, or name another registry with --registry."
            + " What was fetched before can be had with --offline.";
    String message =
        switch (e) {
          case HttpConnectTimeoutException timeout -> "no connection in time" + advice;
          case HttpTimeoutException timeout -> timeout.getMessage() + advice;
          case ConnectException refused when unknownHost(refused) ->
              "there is no host of that name" + advice;
          case ConnectException refused -> "the connection was refused" + advice;
          case SSLException untrusted ->
              "TLS failed ("
                  + Shown.text(String.valueOf(untrusted.getMessage()))
                  + "); if an authority of your own signs here, name its certificate with"
                  + " npm config set cafile FILE.";
          case InterruptedIOException interrupted -> "it was interrupted.";
          default -> Shown.text(String.valueOf(e.getMessage())) + advice;
        };
    return new InputException(
        what + " cannot be fetched from " + Shown.address(uri) + by + ": " + message, e);
  }

  static InputException refused(
      String what, Answer answer, Optional<ProxyRules.ProxyServer> proxy) {
    String host = Shown.address(answer.uri());
    String reason =
        switch (answer.status()) {
          case 401 ->
              "it asks for a login (401). Run npm login for that registry, or set its"
                  + " _authToken in ~/.npmrc.";
          case 403 ->
              "it is forbidden there (403). Check that your login may read it, or that a company"
                  + " rule does not block it.";
          case 404, 410 -> "it is not there (" + answer.status() + ").";
          case 407 ->
              "the proxy "
                  + proxy.map(Object::toString).orElse("")
                  + " asks for a login (407). Put it into npm's setting: "
                  + "npm config set proxy http://user:password@host:port.";
          case 429 -> "the registry asks for fewer requests (429). Try again later.";
          default ->
              "the server answered "
                  + answer.status()
                  + (answer.passing() ? ". Try again later." : ".");
        };
    return new InputException(what + " cannot be fetched from " + host + ": " + reason);
  }

  /** Something could not be written to the cache. */
  static InputException disk(Path folder, String needs, IOException e) {
    return full(e)
        ? new InputException(
            "The disk is full: "
                + folder
                + " needs "
                + needs
                + ". Free some space, or set XDG_CACHE_HOME to a folder on another disk.",
            e)
        : new InputException(
            (e instanceof AccessDeniedException
                    ? "This user may not write to " + folder
                    : folder
                        + " cannot be written ("
                        + Shown.text(String.valueOf(e.getMessage()))
                        + ")")
                + ". Correct its permissions, or set XDG_CACHE_HOME to another folder.",
            e);
  }

  static boolean full(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return Stream.of("no space left", "not enough space", "quota exceeded", "disk full")
        .anyMatch(message::contains);
  }

  private static boolean unknownHost(Throwable e) {
    return Stream.iterate(e, each -> each != null, Throwable::getCause)
        .anyMatch(each ->
            each instanceof UnresolvedAddressException || each instanceof UnknownHostException);
  }
}
