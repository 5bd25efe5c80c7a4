package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;

import dev.candor.wire.Dialect;
import dev.candor.wire.PromptFields;
import dev.candor.wire.Request;
import java.util.List;
import java.util.Optional;

/** Answers {@code /count} with the length of what was sent, or with three events. */
final class Counting implements Dialect {
  @Override
  public String name() {
    return "counting";
  }

  @Override
  public boolean speaks(Request request) {
    return request.path().startsWith("/count");
  }

  @Override
  public Reply answer(Request request, byte[] content, int turn) {
    if (request.path().equals("/count/fault")) {
      throw new IllegalStateException("a fault of a dialect");
    }
    return request.path().equals("/count/events")
        ? new Reply.Events(List.of(bytes("one\n\n"), bytes("two\n\n"), bytes("three\n\n")))
        : new Reply.Whole(200, "text/plain", bytes(Integer.toString(content.length)));
  }

  @Override
  public List<PromptText> prompt(Request request, byte[] content) {
    return List.of();
  }

  @Override
  public Optional<PromptFields> promptFields(Request request) {
    return Optional.empty();
  }

  @Override
  public Reply.Whole refusal(int status, String message) {
    return new Reply.Whole(status, "text/plain", bytes(message));
  }
}
