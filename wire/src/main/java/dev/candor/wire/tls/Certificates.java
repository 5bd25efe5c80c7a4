package dev.candor.wire.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates with all the extensions that RFC 5280 asks for and strict clients want. */
final class Certificates {
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(7);

  /** The longest serial number is 20 octets, the first of them below 128 (RFC 5280, 4.1.2.2). */
  private static final int SERIAL_BITS = 159;

  private final SecureRandom random = new SecureRandom();
  private final Instant from;
  private final KeyPair keys;
  private final X500Name issuer;

  /**
   * @param keys the authority's
   */
  Certificates(Instant now, KeyPair keys) {
    this.from = now.minus(BEFORE);
    this.keys = keys;
    byte[] mark = new byte[4];
    random.nextBytes(mark);
    issuer =
        new X500Name(
            "O=Throw-away, CN=Throw-away authority %s (trust it in no machine)"
                .formatted(HexFormat.of().formatHex(mark)));
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make EC keys", e);
    }
  }

  X509Certificate authority() {
    return signed(
        builder(issuer, keys.getPublic()),
        (builder, extensions) -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
          builder.addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        },
        keys.getPublic());
  }

  X509Certificate leaf(ServerName name, PublicKey key) {
    return signed(
        builder(new X500Name("O=Throw-away, CN=A server for this machine only"), key),
        (builder, extensions) -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
          builder.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
          builder.addExtension(
              Extension.subjectAlternativeName, false, new GeneralNames(name.asAlternativeName()));
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(keys.getPublic()));
        },
        key);
  }

  static byte[] bytes(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509v3CertificateBuilder builder(X500Name subject, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
        Date.from(from),
        Date.from(from.plus(VALID)),
        subject,
        key);
  }

  private interface Extending {
    void extend(X509v3CertificateBuilder builder, JcaX509ExtensionUtils extensions)
        throws CertIOException;
  }

  private X509Certificate signed(
      X509v3CertificateBuilder builder, Extending extending, PublicKey key) {
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
      extending.extend(builder, extensions);
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("this Java cannot sign a certificate", e);
    }
  }
}
