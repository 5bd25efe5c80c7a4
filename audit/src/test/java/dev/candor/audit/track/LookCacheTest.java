package dev.candor.audit.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookCacheTest {
  private static final Engine ENGINE = new Engine("1.0", "25");
  private static final String PURL = Reports.empty().subject().purl();
  private static final Look LOOK = Look.of(Marked.report());

  @TempDir private Path root;

  @Test
  void whatWasSeenIsFoundAgain() {
    cache(10).store("key", LOOK);

    Look found = cache(10).find(PURL, "key").orElseThrow();

    assertThat(found.sameAs(LOOK)).isTrue();
    assertThat(found.mechanism()).isEqualTo(LOOK.mechanism());
    assertThat(found.report().findings()).isEqualTo(LOOK.report().findings());
    assertThat(found.report().subject()).isEqualTo(LOOK.report().subject());
  }

  @Test
  void hostileTextComesBackAsItWas() {
    Report hostile = Reports.withTables(Reports.table("t", List.of("\u001b[31m</script>"), "m"));
    cache(10).store("key", Look.of(hostile));

    assertThat(cache(10).find(PURL, "key"))
        .get()
        .extracting(look -> look.report().findings().tables().getFirst().entries().getFirst())
        .isEqualTo("\u001b[31m</script>");
  }

  @Test
  void anotherKeyPackageOrEngineIsAnotherThing() {
    cache(10).store("key", LOOK);

    assertThat(cache(10).find(PURL, "other")).isEmpty();
    assertThat(cache(10).find("pkg:npm/other@1.0.0", "key")).isEmpty();
    assertThat(new LookCache(root, new Engine("1.1", "25"), 10).find(PURL, "key")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{}",
        "[]",
        "{\"schema\": \"candor/report/v1\", \"subject\": {\"purl\": 3}}",
        "{\"static\": {\"tables\": [{\"id\": \"t\", \"places\": []}]}, \"created\": \"2026-01-01T00:00:00Z\"}",
        "{\"static\": {\"probes\": [{\"places\": [{\"start\": 9, \"end\": 1}]}]}, \"created\": \"2026-01-01T00:00:00Z\"}"
      })
  void aFileOfNoUseCountsAsNone(String content) throws IOException {
    cache(10).store("key", LOOK);
    Files.writeString(files().getFirst(), content);

    assertThat(cache(10).find(PURL, "key")).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    cache(10).store("key", LOOK);
    Files.write(files().getFirst(), new byte[ReportCache.MOST_BYTES + 1]);

    assertThat(cache(10).find(PURL, "key")).isEmpty();
  }

  @Test
  void theOldestGoWhereThereAreTooMany() throws IOException {
    cache(2).store("first", LOOK);
    Files.setLastModifiedTime(files().getFirst(), FileTime.fromMillis(1_000));
    cache(2).store("second", LOOK);
    cache(2).store("third", LOOK);

    assertThat(files()).hasSize(2);
    assertThat(cache(2).find(PURL, "first")).isEmpty();
    assertThat(cache(2).find(PURL, "third")).isPresent();
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    cache(10).store("key", LOOK);

    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  private LookCache cache(int most) {
    return new LookCache(root, ENGINE, most);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }
}
