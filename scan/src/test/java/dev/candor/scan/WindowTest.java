package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Content;
import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  private static final int LONGEST = 24 << 20;

  /** The same byte everywhere, but {@code border} at every {@code distance} bytes. */
  private record Pattern(long size, long distance, byte border) implements Content {
    @Override
    public void read(long position, byte[] into, int offset, int length) {
      Arrays.fill(into, offset, offset + length, (byte) 'x');
      for (long at = (position + distance - 1) / distance * distance;
          at < position + length;
          at += distance) {
        into[offset + (int) (at - position)] = border;
      }
    }
  }

  private static void assertTiles(List<Window> windows, long size) {
    long behind = 0;
    for (Window window : windows) {
      assertThat(window.from()).isEqualTo(behind);
      assertThat(window.range().length()).isBetween(size == 0 ? 0L : 1L, (long) LONGEST);
      assertThat(window.range()).isEqualTo(new ByteRange(window.from(), window.to()));
      behind = window.to();
    }
    assertThat(behind).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10, 1",
    "25165824, 10, 1",
    "25165825, 10, 2",
    "104857600, 1000, 5",
    "104857600, 200000000, 5", // one line
    "104857600, 1000000, 5"
  })
  void windowsTileTheModule(long size, long distance, int windows) {
    for (long start : new long[] {0, 12_345}) {
      Module module =
          new Module(
              "cli.js",
              Language.JAVASCRIPT,
              new Pattern(start + size, distance, (byte) '\n'),
              new ByteRange(start, start + size));
      assertTiles(Window.of(module), size);
      assertThat(Window.of(module)).hasSize(windows);
    }
  }

  @Test
  void aWindowEndsBehindALineOrElseAStatement() {
    for (byte border : new byte[] {'\n', ';'}) {
      Content content = new Pattern(60L << 20, 999_983, border);
      Module module =
          new Module("cli.js", Language.JAVASCRIPT, content, new ByteRange(0, content.size()));
      List<Window> windows = Window.of(module);
      for (Window window : windows.subList(0, windows.size() - 1)) {
        assertThat(content.bytes(window.to() - 1, window.to())).containsExactly(border);
      }
    }
  }
}
