package dev.candor.audit.attest;

import java.security.GeneralSecurityException;

/** The one algorithm of signatures (RFC 8032), as the JDK has it. */
final class Ed25519 {
  static final String NAME = "Ed25519";

  private Ed25519() {}

  static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every JDK has Ed25519", e);
  }
}
