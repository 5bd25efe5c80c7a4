package dev.candor.fleet.collect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets in who has a token for what is asked. */
final class Access {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final Tokens tokens;

  Access(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * For programs: {@code Authorization: Bearer TOKEN} (RFC 6750); for browsers, which can only
   * read, also the token as password of any name (RFC 7617).
   *
   * @throws Refusal if there is no token, or one for something else
   */
  void require(Token.Purpose purpose, Request request) {
    List<String> given = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    Token.Purpose known =
        (given.size() == 1 ? secret(given.getFirst(), purpose) : Optional.<String>empty())
            .flatMap(tokens::purposeOf)
            .orElseThrow(() ->
                new Refusal(
                    401, "A token is needed that this service knows, to " + purpose.word() + "."));
    if (known != purpose) {
      throw new Refusal(
          403, "That token is good to %s, not to %s.".formatted(known.word(), purpose.word()));
    }
  }

  private static Optional<String> secret(String header, Token.Purpose purpose) {
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    if (purpose == Token.Purpose.READ && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return password(header.substring(BASIC.length()).strip());
    }
    return Optional.empty();
  }

  private static Optional<String> password(String coded) {
    try {
      String login = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
      int colon = login.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(login.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
