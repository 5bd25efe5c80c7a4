package dev.candor.wire.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server shows for one name.
 *
 * @param chain the server's certificate and the authority's
 */
public record Leaf(PrivateKey key, List<X509Certificate> chain) {
  public Leaf {
    chain = List.copyOf(chain);
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }
}
