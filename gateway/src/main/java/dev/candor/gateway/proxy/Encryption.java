package dev.candor.gateway.proxy;

import dev.candor.core.InputException;
import dev.candor.gateway.Settings;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS on both sides. */
final class Encryption {
  private Encryption() {}

  /**
   * To upstreams: each must show a certificate for its name, by an authority that this Java trusts
   * or that is given. There is no way around it.
   */
  static SslContext toUpstreams(List<X509Certificate> given) {
    try {
      return SslContextBuilder.forClient()
          .sslProvider(SslProvider.JDK)
          .trustManager(trusting(given))
          .endpointIdentificationAlgorithm("HTTPS")
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static TrustManagerFactory trusting(List<X509Certificate> given)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory own = factory(null);
    if (given.isEmpty()) {
      return own;
    }
    List<X509Certificate> all = new ArrayList<>(given);
    Stream.of(own.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .forEach(manager -> all.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers())));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry("authority-" + i, all.get(i));
    }
    return factory(store);
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  /**
   * To clients.
   *
   * @throws InputException if the files hold no certificate and key
   */
  static SslContext toClients(Settings.Tls tls) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(tls.certificates().toFile(), tls.key().toFile())
              .sslProvider(SslProvider.JDK)
              .protocols("TLSv1.3", "TLSv1.2");
      tls.clients()
          .ifPresent(authorities ->
              builder.trustManager(authorities.toFile()).clientAuth(ClientAuth.REQUIRE));
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new InputException(
          "%s and %s cannot be used for TLS (%s). They must be PEM: a certificate with its chain, and its key in PKCS #8."
              .formatted(tls.certificates(), tls.key(), e.getMessage()),
          e);
    }
  }
}
