package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Modules;
import dev.candor.core.Form;
import dev.candor.scan.flow.JoinedFlows;
import dev.candor.scan.syntax.Tokens;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowGroupsTest {
  private static final String MARKING =
      """
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const day = new Date().toISOString().slice(0, 10);
      const shown = zone === "Asia/Tokyo" ? day.replaceAll("-", "/") : day;
      const system = `You are a tool in a terminal. The date of today is ${shown}.`;
      fetch("https://api.example.com/v1/messages", {method: "POST", body: JSON.stringify({system})});
      """;

  private final FlowGroups groups = new FlowGroups(List::of);

  @Test
  void whatIsFoundInABundleStaysAndItsTokensGo() throws InterruptedException {
    WeakReference<Tokens> tokens = found(MARKING + "\n//" + "x".repeat(2 << 20));

    assertGone(tokens);
    assertThat(encoders()).containsExactly(Form.FORMAT);
  }

  @Test
  void whatIsFoundInSmallModulesStays() {
    found(MARKING);

    assertThat(encoders()).containsExactly(Form.FORMAT);
  }

  /** Its scan failed after its flows were followed. */
  @Test
  void whatWasNeverFinishedIsToldAllTheSame() {
    groups.add(source(MARKING + "\n//" + "x".repeat(2 << 20)));

    assertThat(encoders()).containsExactly(Form.FORMAT);
  }

  private WeakReference<Tokens> found(String code) {
    Source source = source(code);
    groups.add(source);
    groups.finished(source.module());
    return new WeakReference<>(source.tokens());
  }

  private List<Form> encoders() {
    return groups.finish().stream()
        .map(JoinedFlows::encoders)
        .flatMap(List::stream)
        .map(encoder -> encoder.form())
        .toList();
  }

  private static Source source(String code) {
    return Source.of(
        Modules.of(InMemory.entry("cli.js", code.getBytes(StandardCharsets.UTF_8))).getFirst());
  }

  private static void assertGone(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(reference.get()).isNull();
  }
}
