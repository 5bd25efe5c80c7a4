package dev.candor.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecimenWriterTest {
  @TempDir Path folder;
  private final Specimen specimen = Specimens.named("innocent--crc-table", 1);

  @Test
  void writesEachFileAtItsPath() throws Exception {
    Path place = folder.resolve("new/folder");
    SpecimenWriter.writeFolder(specimen, place);
    for (var file : specimen.files().entrySet()) {
      assertThat(place.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws Exception {
    Files.createFile(folder.resolve("mine"));
    assertThatThrownBy(() -> SpecimenWriter.writeFolder(specimen, folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not empty");
    assertThat(folder).isDirectoryNotContaining("glob:**cli.js");
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> SpecimenWriter.writeFolder(specimen, file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void refusesAPathThatLeavesTheFolder() {
    Specimen hostile = new Specimen("hostile", specimen.label(), Map.of("../out.js", new byte[0]));
    assertThatThrownBy(() -> SpecimenWriter.writeFolder(hostile, folder.resolve("in")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.resolve("out.js")).doesNotExist();
  }

  @Test
  void packsWhatARegistryWouldServe() throws Exception {
    Path file = folder.resolve("specimen.tgz");
    SpecimenWriter.writeTgz(specimen, file);
    Map<String, byte[]> unpacked = new TreeMap<>();
    byte[] tar;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      tar = in.readAllBytes();
    }
    assertThat(tar.length % 512).isZero();
    ByteBuffer blocks = ByteBuffer.wrap(tar);
    while (blocks.get(blocks.position()) != 0) {
      byte[] header = new byte[512];
      blocks.get(header);
      assertThat(text(header, 257, 8)).isEqualTo("ustar\00000");
      byte[] content = new byte[Integer.parseInt(text(header, 124, 11), 8)];
      blocks.get(content);
      blocks.position((blocks.position() + 511) / 512 * 512);
      unpacked.put(text(header, 0, 100).replace("\0", ""), content);
    }
    assertThat(blocks.remaining()).isEqualTo(1024);
    assertThat(unpacked).hasSameSizeAs(specimen.files());
    specimen
        .files()
        .forEach((path, bytes) -> assertThat(unpacked).containsEntry("package/" + path, bytes));
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }

  @Test
  void refusesAnArchiveThatIsThere() throws Exception {
    Path file = Files.createFile(folder.resolve("specimen.tgz"));
    assertThatThrownBy(() -> SpecimenWriter.writeTgz(specimen, file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there already");
  }
}
