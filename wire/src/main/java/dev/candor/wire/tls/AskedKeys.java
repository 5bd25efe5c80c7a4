package dev.candor.wire.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Picks the key by the name that a handshake asks for; an alias is that name. */
final class AskedKeys extends X509ExtendedKeyManager {
  private final Authority authority;
  private final String otherwise;

  AskedKeys(Authority authority, String otherwise) {
    this.authority = authority;
    this.otherwise = otherwise;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return alias(keyType, engine.getHandshakeSession());
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return alias(keyType, ((SSLSocket) socket).getHandshakeSession());
  }

  private @Nullable String alias(String keyType, SSLSession session) {
    if (!keyType.equals("EC")) {
      return null;
    }
    Stream<SNIServerName> asked =
        session instanceof ExtendedSSLSession extended
            ? extended.getRequestedServerNames().stream()
            : Stream.empty();
    return asked
        .filter(SNIHostName.class::isInstance)
        .map(name -> ((SNIHostName) name).getAsciiName())
        .filter(name -> authority.leaf(name).isPresent())
        .findFirst()
        .orElse(otherwise);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    Optional<Leaf> leaf = authority.leaf(alias);
    return leaf.map(found -> found.chain().toArray(X509Certificate[]::new)).orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return authority.leaf(alias).map(Leaf::key).orElse(null);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {otherwise};
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
