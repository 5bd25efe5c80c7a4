package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the service listens, and how much it takes.
 *
 * @param host an address or a name of this machine
 * @param port 0 for any that is free
 * @param tls without it, whoever is on the way can read and change everything
 * @param behindProxy that a proxy on the way speaks TLS, so that this service need not
 * @param mostBytes of an inventory, packed and unpacked
 * @param mostBytesAtOnce of all that are being received
 * @param headers patience for the head of a request
 * @param body patience for all of its body
 * @param idle patience for the next byte
 * @param drain patience for requests at work when the service ends
 */
public record Serving(
    String host,
    int port,
    Optional<TlsFiles> tls,
    boolean behindProxy,
    int mostBytes,
    int mostBytesAtOnce,
    Duration headers,
    Duration body,
    Duration idle,
    Duration drain) {
  /** Of IANA's range that nobody assigns is none below; this one is not in its list. */
  public static final int USUAL_PORT = 8_420;

  private static final int USUAL_BYTES = 16 << 20;

  /**
   * @throws InputException if others could read what is sent
   */
  public Serving {
    if (tls.isEmpty() && !behindProxy && !isLoopback(host)) {
      throw new InputException(
          "On %s others could read tokens and inventories on their way. Give --certificate and --key,"
                  .formatted(host)
              + " or listen on 127.0.0.1; or say --behind-proxy if a proxy in front speaks TLS.");
    }
  }

  /** With the usual bounds. */
  public static Serving at(String host, int port, Optional<TlsFiles> tls, boolean behindProxy) {
    return new Serving(
        host,
        port,
        tls,
        behindProxy,
        USUAL_BYTES,
        8 * USUAL_BYTES,
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20));
  }

  private static boolean isLoopback(String host) {
    try {
      InetAddress[] all = InetAddress.getAllByName(host);
      for (InetAddress one : all) {
        if (!one.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw new InputException(
          "%s is no address of this machine. Write --listen 127.0.0.1:%d or another."
              .formatted(host, USUAL_PORT),
          e);
    }
  }
}
