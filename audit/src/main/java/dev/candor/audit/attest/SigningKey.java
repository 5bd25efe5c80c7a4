package dev.candor.audit.attest;

import dev.candor.text.Visible;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** The private half of an Ed25519 key (RFC 8032), with its public one. */
public final class SigningKey {
  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  /** A new one. */
  public static SigningKey create() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw Ed25519.missing(e);
    }
  }

  /**
   * @param file PKCS #8 in PEM (RFC 8410)
   * @throws dev.candor.core.InputException if it holds no such key
   */
  public static SigningKey read(Path file) {
    byte[] der = Pem.read(file, Pem.PRIVATE);
    try {
      if (KeyFactory.getInstance(Ed25519.NAME).generatePrivate(new PKCS8EncodedKeySpec(der))
          instanceof EdECPrivateKey key) {
        return of(key.getBytes().orElseThrow(() -> new IllegalStateException("a key of no bytes")));
      }
    } catch (GeneralSecurityException e) {
      throw Pem.unfit(Visible.of(file.toString()), "holds another kind of key", Pem.PRIVATE);
    }
    throw Pem.unfit(Visible.of(file.toString()), "holds another kind of key", Pem.PRIVATE);
  }

  /**
   * The key of these 32 random bytes (RFC 8032, 5.1.5). The file of a private key need not hold the
   * public one, and the JDK tells it only when it makes a pair: so a pair is made of them again.
   */
  static SigningKey of(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.NAME);
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPrivate() instanceof EdECPrivateKey key
          && Arrays.equals(key.getBytes().orElse(new byte[0]), seed)) {
        return new SigningKey(pair);
      }
      throw new IllegalStateException("this JDK draws keys in another way");
    } catch (GeneralSecurityException e) {
      throw Ed25519.missing(e);
    }
  }

  /** The signature, 64 bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(Ed25519.NAME);
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw Ed25519.missing(e);
    }
  }

  public VerifyingKey verifying() {
    return new VerifyingKey(pair.getPublic());
  }

  /** PKCS #8 in PEM; for the owner only. */
  public String pem() {
    return Pem.text(Pem.PRIVATE, pair.getPrivate().getEncoded());
  }

  /** "Draws" the bytes that it was given. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] drawn) {
      System.arraycopy(bytes, 0, drawn, 0, drawn.length);
    }
  }
}
