package dev.candor.wire.tls;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A certificate authority that lives as long as this object and that only a room trusts: EC P-256,
 * from a day ago for seven days (RFC 5280). Its key is never written anywhere.
 */
public final class Authority {
  /** A hostile tool may ask for any number of names; more than these are made anew each time. */
  static final int KEPT = 512;

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final Certificates certificates;

  /** All leaves have one key: making keys is what takes time, and all of them are thrown away. */
  private final KeyPair leafKeys;

  private final SequencedMap<ServerName, Leaf> leaves =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ServerName, Leaf> eldest) {
          return size() > KEPT;
        }
      };

  private Authority(Instant now) {
    keys = Certificates.keys();
    leafKeys = Certificates.keys();
    certificates = new Certificates(now, keys);
    certificate = certificates.authority();
  }

  public static Authority create() {
    return new Authority(Instant.now());
  }

  /** What a client must trust. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The same as a PEM block (RFC 7468). */
  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(Certificates.bytes(certificate))
        + "\n-----END CERTIFICATE-----\n";
  }

  /**
   * A certificate for a server; the same for the same name, as long as few others are asked for.
   *
   * @param name as in SNI or a URL: a DNS name, an IPv4 address, an IPv6 address with or without
   *     brackets
   * @return empty where it is none of these, has control characters or more than 253 characters
   */
  public Optional<Leaf> leaf(String name) {
    return ServerName.of(name).map(this::leaf);
  }

  private Leaf leaf(ServerName name) {
    synchronized (leaves) {
      return leaves.computeIfAbsent(
          name,
          n ->
              new Leaf(
                  leafKeys.getPrivate(),
                  List.of(certificates.leaf(n, leafKeys.getPublic()), certificate)));
    }
  }

  /**
   * Answers each handshake with a certificate for the name that it asks for (SNI).
   *
   * @param otherwise the name for a client that asks for none: the address that it dialled
   * @throws IllegalArgumentException if {@code otherwise} is no name
   */
  public X509ExtendedKeyManager keyManager(String otherwise) {
    ServerName name =
        ServerName.of(otherwise)
            .orElseThrow(() -> new IllegalArgumentException("no server's name: " + otherwise));
    return new AskedKeys(this, name.text());
  }
}
