package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Reports;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsReadAgain() {
    WatchState state =
        WatchState.NOTHING
            .with("@s/tool", List.of("1.0.0", "1.0.1"), Optional.empty())
            .with(
                "@s/tool",
                List.of("1.0.2"),
                Optional.of(new WatchState.Pending("event-1", "{\"x\": \"\u2019\"}")));

    file().write(state);

    assertThat(file().read()).isEqualTo(state);
    assertThat(state.knows("@s/tool", "1.0.2")).isTrue();
    assertThat(state.knows("@s/tool", "1.0.3")).isFalse();
    assertThat(state.watches("other")).isFalse();
  }

  @Test
  void whereThereIsNoneNothingIsKnown() {
    assertThat(file().read()).isEqualTo(WatchState.NOTHING);
  }

  @Test
  void nothingElseIsLeftBehind() throws IOException {
    file().write(WatchState.NOTHING);
    file().write(WatchState.NOTHING);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(folder.resolve("state.json"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no JSON", "[]", "{}", "{\"schema\": \"candor/report/v1\"}", "{\"schema\":"})
  void anotherFileIsRefusedAndLeftAsItIs(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("state.json"), content);

    assertThatThrownBy(() -> file().read()).isInstanceOf(InputException.class);

    assertThat(path).hasContent(content);
  }

  @Test
  void hostileTextIsWrittenInert() throws IOException {
    file()
        .write(
            WatchState.NOTHING.with(
                "tool",
                List.of(),
                Optional.of(new WatchState.Pending("event-1", Reports.HOSTILE))));
    assertThat(Files.readString(folder.resolve("state.json")).chars())
        .allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }

  @Test
  void postsThatNobodyTakesAreBounded() {
    WatchState state = WatchState.NOTHING;
    for (int i = 0; i <= WatchState.MOST_PENDING; i++) {
      state =
          state.with("tool", List.of(), Optional.of(new WatchState.Pending("event-" + i, "{}")));
    }
    assertThat(state.pending()).hasSize(1_000);
    assertThat(state.pending().getFirst().id()).isEqualTo("event-1");
  }

  private StateFile file() {
    return new StateFile(folder.resolve("state.json"));
  }
}
