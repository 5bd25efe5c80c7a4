package dev.candor.lab.emulator;

import dev.candor.wire.Connection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;

/** What a client asks for in a TLS handshake; any name is served. */
final class Asked extends SNIMatcher {
  private static final List<String> SPOKEN = List.of("h2", "http/1.1");

  private Optional<String> name = Optional.empty();
  private List<String> protocols = List.of();

  Asked() {
    super(StandardConstants.SNI_HOST_NAME);
  }

  @Override
  public boolean matches(SNIServerName asked) {
    name = Optional.of(new String(asked.getEncoded(), StandardCharsets.ISO_8859_1));
    return true;
  }

  /**
   * @param offered in the client's order (RFC 7301)
   * @return h2 where it is offered, as servers prefer it; empty for none
   */
  String choose(List<String> offered) {
    protocols = List.copyOf(offered);
    return SPOKEN.stream().filter(offered::contains).findFirst().orElse("");
  }

  /**
   * @param protocol that was agreed on; empty where none was
   */
  Connection.Tls tls(String protocol) {
    return new Connection.Tls(name, protocol, protocols);
  }
}
