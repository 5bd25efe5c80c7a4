package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.scan.Sandbox.Bounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Any program has an outcome; any bytes from the interpreter are a reply or refused. */
class SandboxFuzzTest {
  private static final Bounds TIGHT = new Bounds(20_000, 32L << 20, Duration.ofMillis(500));
  private static final Sandbox SANDBOX = new Sandbox();

  @FuzzTest(maxDuration = "60s")
  void anyProgramHasAnOutcome(FuzzedDataProvider data) {
    String program = data.consumeString(400);
    List<String> expressions = List.of(data.consumeString(100), data.consumeRemainingAsString());
    assertThat(SANDBOX.evaluateAll(program, expressions, TIGHT)).hasSize(2).doesNotContainNull();
  }

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreAReplyOrRefused(byte[] bytes) {
    SandboxWire wire =
        new SandboxWire(
            new DataInputStream(new ByteArrayInputStream(bytes)),
            new DataOutputStream(new ByteArrayOutputStream()));
    try {
      assertThat(wire.receiveReply()).isNotNull();
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
