package dev.candor.gateway;

import dev.candor.core.InputException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a gateway is set up.
 *
 * @param listen where clients come; port 0 for any that is free
 * @param admin where metrics and health are asked for; an address of this machine only
 * @param upstreams at least one, with different names
 * @param token which clients show in Proxy-Authorization, if they are asked for one
 * @param tls to clients, if it is spoken
 * @param trusted authorities that upstreams' certificates may have, beside those of this Java
 */
public record Settings(
    InetSocketAddress listen,
    Optional<InetSocketAddress> admin,
    List<Upstream> upstreams,
    Ruling ruling,
    Limits limits,
    Optional<String> token,
    Optional<Tls> tls,
    List<X509Certificate> trusted) {

  /** The same with another ruling. */
  public Settings ruledBy(Ruling other) {
    return new Settings(listen, admin, upstreams, other, limits, token, tls, trusted);
  }

  /**
   * TLS to clients.
   *
   * @param certificates PEM, the gateway's own first
   * @param key PEM, PKCS #8
   * @param clients authorities of which a client's certificate must be one's, PEM
   */
  public record Tls(Path certificates, Path key, Optional<Path> clients) {}

  /**
   * @throws InputException if that would not be safe
   */
  public Settings {
    upstreams = List.copyOf(upstreams);
    trusted = List.copyOf(trusted);
    if (upstreams.isEmpty()) {
      throw new InputException(
          "The gateway has no upstream. Name one, as --upstream anthropic=https://api.anthropic.com.");
    }
    Set<String> names = new HashSet<>();
    for (Upstream upstream : upstreams) {
      if (!names.add(upstream.name())) {
        throw new InputException(
            "Two upstreams are named %s. Give each a name of its own.".formatted(upstream.name()));
      }
    }
    if (listen.isUnresolved() || admin.filter(InetSocketAddress::isUnresolved).isPresent()) {
      throw new InputException(
          "The gateway listens on an address of this machine; %s is none that is known. Write it as 127.0.0.1:8377."
              .formatted(listen.isUnresolved() ? listen : admin.orElseThrow()));
    }
    boolean closed = token.isPresent() || tls.flatMap(Tls::clients).isPresent();
    if (!listen.getAddress().isLoopbackAddress() && !closed) {
      throw new InputException(
          "On %s anybody who reaches this machine could use the gateway. Ask clients for a token (--token-file) or a certificate (--tls-clients), or listen on 127.0.0.1."
              .formatted(listen.getAddress().getHostAddress()));
    }
    if (admin.filter(address -> !address.getAddress().isLoopbackAddress()).isPresent()) {
      throw new InputException(
          "Metrics and health are told on addresses of this machine only, as 127.0.0.1:8378.");
    }
  }
}
