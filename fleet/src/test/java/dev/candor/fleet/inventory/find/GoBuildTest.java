package dev.candor.fleet.inventory.find;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.artifact.Content;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form is that of golang/go, src/debug/buildinfo/buildinfo.go. */
class GoBuildTest {
  @TempDir private Path folder;

  @Test
  void readsTheMainModule() {
    assertThat(GoBuild.at(Content.of(build("v0.7.1")), 0))
        .contains(new GoBuild("github.com/charmbracelet/crush", "v0.7.1"));
  }

  @Test
  void anExecutableOfAModuleIsFoundWhateverItIsCalled() {
    new Tree(folder)
        .file("/usr/local/bin/y", executable("v0.7.1"))
        .file("/usr/local/bin/z", executable("(devel)"));

    assertThat(new Tree(folder).found())
        .containsExactly(
            "crush 0.7.1 executable /usr/local/bin/y", "crush ? executable /usr/local/bin/z");
  }

  @Test
  void aForkIsAnotherModule() {
    byte[] other =
        new String(build("v1.0.0"), ISO_8859_1)
            .replace(
                "mod\tgithub.com/charmbracelet/crush", "mod\tgithub.com/someone-or-other/crush")
            .getBytes(ISO_8859_1);

    assertThat(GoBuild.at(Content.of(other), 0))
        .map(GoBuild::module)
        .contains("github.com/someone-or-other/crush");
  }

  /** Whatever stands behind the magic number, it is read within its bounds. */
  @FuzzTest
  void anyBytesAreReadOrLeft(byte[] content) {
    Optional<GoBuild> build = GoBuild.at(Content.of(content), 0);

    build.ifPresent(found -> assertThat(found.module().length()).isLessThan(content.length));
  }

  private static byte[] executable(String version) {
    byte[] all = Tree.elf(5 << 20);
    byte[] build = build(version);
    System.arraycopy(build, 0, all, 4096, build.length);
    return all;
  }

  private static byte[] build(String version) {
    String text =
        "path\tgithub.com/charmbracelet/crush\nmod\tgithub.com/charmbracelet/crush\t%s\th1:x=\n"
            .formatted(version);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\u00ff Go buildinf:".getBytes(ISO_8859_1));
    out.write(8);
    out.write(2);
    out.writeBytes(new byte[16]);
    text(out, "go1.24.1");
    text(out, "0123456789abcdef" + text + "fedcba9876543210");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    int length = text.length();
    while (length >= 0x80) {
      out.write(length & 0x7f | 0x80);
      length >>= 7;
    }
    out.write(length);
    out.writeBytes(text.getBytes(ISO_8859_1));
  }
}
