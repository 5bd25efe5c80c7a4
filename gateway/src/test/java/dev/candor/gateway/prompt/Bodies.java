package dev.candor.gateway.prompt;

import dev.candor.gateway.Inspector.Subject;
import dev.candor.gateway.Tool;
import dev.candor.wire.Body;
import dev.candor.wire.Dialect;
import dev.candor.wire.Header;
import dev.candor.wire.PromptFields;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Requests of the four dialects. */
final class Bodies {
  static final String ANTHROPIC = "/v1/messages";
  static final String CHAT = "/v1/chat/completions";
  static final String RESPONSES = "/v1/responses";
  static final String GEMINI = "/v1beta/models/m:generateContent";
  static final List<String> PATHS = List.of(ANTHROPIC, CHAT, RESPONSES, GEMINI);

  private Bodies() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static Subject subject(String path, String client, Header... headers) {
    Request request =
        new Request(
            "POST",
            "https",
            "api.example.test",
            path,
            Protocol.HTTP_1_1,
            List.of(headers),
            Body.NONE);
    Dialect dialect =
        Dialect.all().stream().filter(spoken -> spoken.speaks(request)).findFirst().orElseThrow();
    return new Subject(
        1,
        "up",
        client,
        request,
        dialect,
        dialect.promptFields(request).orElseThrow(),
        Optional.of(new Tool("claude-cli", "2.1.91")));
  }

  static PromptFields fields(String path) {
    return subject(path, "").fields();
  }
}
