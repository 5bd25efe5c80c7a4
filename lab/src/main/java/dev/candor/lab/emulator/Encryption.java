package dev.candor.lab.emulator;

import dev.candor.wire.tls.Authority;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** Speaks TLS as whatever host a client asks for. */
final class Encryption {
  /** Names that clients without SNI dialled; each context remembers sessions. */
  private static final int CONTEXTS = 64;

  private static final int HANDSHAKE_SECONDS = 60;

  /** The end of a trial does not wait longer for a client that reads nothing. */
  private static final int FAREWELL_MILLISECONDS = 300;

  private final Authority authority;
  private final SequencedMap<String, SSLContext> contexts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SSLContext> eldest) {
          return size() > CONTEXTS;
        }
      };

  Encryption(Authority authority) {
    this.authority = authority;
  }

  void begin(ChannelPipeline pipeline, Line line) {
    Asked asked = new Asked();
    SSLEngine engine = engine(name(line), asked);
    SslHandler tls = new SslHandler(engine);
    tls.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    tls.setCloseNotifyFlushTimeoutMillis(FAREWELL_MILLISECONDS);
    Line.add(pipeline, tls, new Handshake(line, asked, engine));
  }

  private String name(Line line) {
    String dialled = line.dialled();
    return authority.leaf(dialled).isPresent() ? dialled : line.serverAddress();
  }

  private SSLEngine engine(String otherwise, Asked asked) {
    SSLEngine engine;
    synchronized (contexts) {
      engine = contexts.computeIfAbsent(otherwise, this::context).createSSLEngine();
    }
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setSNIMatchers(List.of(asked));
    engine.setSSLParameters(parameters);
    engine.setHandshakeApplicationProtocolSelector((handshaking, offered) -> asked.choose(offered));
    return engine;
  }

  private SSLContext context(String otherwise) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = {authority.keyManager(otherwise)};
      // No trust manager at all: Java would read the system's certificates, and clients show none.
      context.init(keys, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
