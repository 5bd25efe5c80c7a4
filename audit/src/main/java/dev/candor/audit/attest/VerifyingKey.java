package dev.candor.audit.attest;

import dev.candor.core.Sha256;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** The public half of an Ed25519 key (RFC 8032), with which anybody checks signatures. */
public final class VerifyingKey {
  private final PublicKey key;

  VerifyingKey(PublicKey key) {
    this.key = key;
  }

  /**
   * @param file SubjectPublicKeyInfo in PEM (RFC 8410)
   * @throws dev.candor.core.InputException if it holds no such key
   */
  public static VerifyingKey read(Path file) {
    byte[] der = Pem.read(file, Pem.PUBLIC);
    try {
      PublicKey key =
          KeyFactory.getInstance(Ed25519.NAME).generatePublic(new X509EncodedKeySpec(der));
      // One key has one form, so that it has one id.
      if (Arrays.equals(key.getEncoded(), der)) {
        return new VerifyingKey(key);
      }
    } catch (GeneralSecurityException e) {
      throw Pem.unfit(Visible.of(file.toString()), "holds another kind of key", Pem.PUBLIC);
    }
    throw Pem.unfit(Visible.of(file.toString()), "holds more than a key", Pem.PUBLIC);
  }

  /** SHA-256 of the SubjectPublicKeyInfo in DER, in lower-case hexadecimal. */
  public String id() {
    return Sha256.hex(key.getEncoded());
  }

  /** SubjectPublicKeyInfo in PEM. */
  public String pem() {
    return Pem.text(Pem.PUBLIC, key.getEncoded());
  }

  /** Whether this key's owner signed just these bytes. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(Ed25519.NAME);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false; // of another length, or out of range
    } catch (GeneralSecurityException e) {
      throw Ed25519.missing(e);
    }
  }
}
