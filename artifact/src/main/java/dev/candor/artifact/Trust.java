package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a TLS connection trusts, as npm has it. */
final class Trust {
  private static final X509Certificate[] NOBODY = {};

  private Trust() {}

  /**
   * npm's {@code ca} and {@code cafile} replace the usual authorities, {@code NODE_EXTRA_CA_CERTS}
   * adds to them, {@code strict-ssl=false} trusts everybody.
   */
  static SSLContext of(NpmSettings settings, Surroundings surroundings) {
    if (settings.text("strict-ssl").filter("false"::equals).isPresent()) {
      return context(new TrustManager[] {new Everybody()});
    }
    List<Certificate> own = new ArrayList<>();
    for (String pem : settings.list("ca")) {
      own.addAll(certificates(pem.replace("\\n", "\n"), "npm's setting ca"));
    }
    settings
        .text("cafile")
        .ifPresent(file -> own.addAll(ofFile(inHome(file, surroundings), "npm's setting cafile")));
    if (!own.isEmpty()) {
      return context(managers(own));
    }
    Optional<String> extra =
        Optional.ofNullable(surroundings.variables().get("NODE_EXTRA_CA_CERTS"));
    if (extra.filter(file -> !file.isBlank()).isEmpty()) {
      return context(new TrustManager[0]);
    }
    own.addAll(usual());
    own.addAll(ofFile(extra.get(), "NODE_EXTRA_CA_CERTS"));
    return context(managers(own));
  }

  private static String inHome(String file, Surroundings surroundings) {
    return file.startsWith("~/") ? surroundings.home() + file.substring(1) : file;
  }

  private static Collection<? extends Certificate> ofFile(String file, String setting) {
    try {
      return certificates(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1), setting);
    } catch (IOException | InvalidPathException e) {
      throw new InputException(
          "The file of certificates "
              + Shown.text(file)
              + " ("
              + setting
              + ") cannot be read; "
              + "correct the setting or the file's permissions.",
          e);
    }
  }

  private static Collection<? extends Certificate> certificates(String pem, String setting) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(
              new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.ISO_8859_1)));
    } catch (CertificateException e) {
      throw new InputException(
          setting + " holds no PEM certificates; it should begin with -----BEGIN CERTIFICATE-----.",
          e);
    }
  }

  private static List<X509Certificate> usual() {
    List<X509Certificate> authorities = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager x509) {
        authorities.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return authorities;
  }

  private static TrustManager[] managers(@Nullable List<Certificate> authorities) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      KeyStore store = null;
      if (authorities != null) {
        store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
          store.setCertificateEntry("ca" + i, authorities.get(i));
        }
      }
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new InputException("The configured certificates cannot be used: " + e, e);
    }
  }

  private static SSLContext context(TrustManager[] managers) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.length == 0 ? null : managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** What strict-ssl=false asks for; the digest still guards what is downloaded. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return NOBODY.clone();
    }
  }
}
