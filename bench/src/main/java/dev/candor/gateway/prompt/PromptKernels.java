package dev.candor.gateway.prompt;

import dev.candor.scan.Kernels;
import dev.candor.scan.Samples;
import dev.candor.wire.PromptFields;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;

/** What every byte of a request passes through in the gateway, when nothing is odd in it. */
public class PromptKernels extends Kernels {
  /** Prompt fields as those of OpenAI's chat completions. */
  private static final PromptFields FIELDS =
      new PromptFields(Set.of(), Set.of("messages"), Set.of("content", "text"), Set.of());

  private final byte[] body = body();

  @Benchmark
  public int located() {
    return Locator.spans(body, FIELDS).orElseThrow().size();
  }

  /** The same, and whether each text was looked at before. */
  @Benchmark
  public long known() {
    long sum = 0;
    for (Span span : Locator.spans(body, FIELDS).orElseThrow()) {
      sum += Clean.text("somebody", body, span.start(), span.end()).low();
    }
    return sum;
  }

  /** Turns of a talk of some 1,200 bytes each, and spaces up to the size that a kernel reads. */
  private static byte[] body() {
    String turn =
        "{\"role\":\"user\",\"content\":\""
            + "A plain line of a text, as people write it.\\n".repeat(27)
            + "\"},";
    StringBuilder all = new StringBuilder("{\"model\":\"m\",\"messages\":[");
    while (all.length() + turn.length() < Samples.SIZE - 10) {
      all.append(turn);
    }
    all.setLength(all.length() - 1);
    all.append("]}");
    while (all.length() < Samples.SIZE) {
      all.append(' ');
    }
    return all.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
