package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys as web servers have them: PEM (RFC 7468).
 *
 * @param certificate the server's, then those that lead to its authority
 * @param key PKCS #8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Both, for a server.
   *
   * @throws InputException if they cannot be read, or are none
   */
  KeyStore store() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      store.setKeyEntry(
          "server", privateKey(), new char[0], certificates().toArray(Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw unfit(certificate, "does not fit the key, or is no certificate in PEM", e);
    }
  }

  /**
   * The authorities of a file, for a client that trusts no others.
   *
   * @throws InputException if it cannot be read, or has none
   */
  static KeyStore trusted(Path file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      for (Certificate one : certificates(file)) {
        store.setCertificateEntry("authority" + store.size(), one);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw unfit(file, "holds no certificate in PEM", e);
    }
  }

  private Collection<? extends Certificate> certificates() throws GeneralSecurityException {
    return certificates(certificate);
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException {
    Collection<? extends Certificate> all =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes(file)));
    if (all.isEmpty()) {
      throw new GeneralSecurityException("no certificate");
    }
    return all;
  }

  private PrivateKey privateKey() throws GeneralSecurityException {
    Matcher matcher = KEY.matcher(new String(bytes(key), StandardCharsets.US_ASCII));
    if (!matcher.find()) {
      throw noKey(new IOException("no PRIVATE KEY"));
    }
    byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Another kind may fit: the file does not say in words which it is.
      }
    }
    throw noKey(new IOException("unknown kind of key"));
  }

  private InputException noKey(Exception cause) {
    return unfit(
        key,
        "holds no private key that is readable here; openssl pkcs8 -topk8 -nocrypt writes one",
        cause);
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unfit(file, "is larger than certificates and keys are", new IOException("size"));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unfit(file, "cannot be read; check path and permissions", e);
    }
  }

  private static InputException unfit(Path file, String why, Exception cause) {
    return new InputException("%s %s.".formatted(Visible.of(file.toString()), why), cause);
  }
}
