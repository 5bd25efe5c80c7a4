package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The law of {@link Modules#of}: its ranges lie side by side and cover the content. */
class TilingTest {
  static void assertTiles(byte[] content, List<Module> modules) {
    long at = 0;
    for (Module module : modules) {
      assertThat(module.range().start()).isEqualTo(at);
      assertThat(module.size()).isPositive();
      at = module.range().end();
    }
    assertThat(at).isEqualTo(content.length);
  }

  @Property(tries = 200)
  void modulesOfAMixtureTileIt(
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> kinds, @ForAll int seed) {
    Random random = new Random(seed);
    ByteWriter file = new ByteWriter();
    for (int kind : kinds) {
      switch (kind) {
        case 0 -> file.zeros(random.nextInt(9000));
        case 1 -> {
          byte[] noise = new byte[random.nextInt(9000)];
          random.nextBytes(noise);
          file.bytes(noise);
        }
        case 2 -> file.text(TextRunsTest.code(random.nextInt(9000)));
        case 3 -> file.text("plain prose, nothing else. ".repeat(random.nextInt(500)));
        case 4 -> file.text("\n---- Bun! ----\n");
        default -> file.bytes(Shells.elf(64)).u32(0x143da20).u32(0).u64(4).text("a.js").u64(1);
      }
    }
    byte[] bytes = file.bytes();
    assertTiles(bytes, Modules.of(new Entry("some/tool", new MemoryContent(bytes))));
  }

  @Property(tries = 200)
  void modulesOfAnyBytesTileThem(@ForAll byte[] bytes, @ForAll String name) {
    assertTiles(bytes, Modules.of(new Entry(name, new MemoryContent(bytes))));
  }
}
