package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunsTest {
  private record Run(String text, long start) {}

  private static List<Run> find(Content content, long floor, long from, long to) {
    List<Run> runs = new ArrayList<>();
    Runs.find(
        content,
        floor,
        from,
        to,
        content.size(),
        (run, start, end) -> {
          byte[] bytes = content.bytes(start, end);
          runs.add(new Run(new String(bytes, ISO_8859_1), start));
        });
    return runs;
  }

  private static List<Run> find(String text) {
    Content content = Content.of(text.getBytes(ISO_8859_1));
    return find(content, 0, 0, content.size());
  }

  @Test
  void aRunHasTwentyFourCharacters() {
    assertThat(find("!" + "A".repeat(23) + "!")).isEmpty();
    assertThat(find("!" + "A".repeat(24) + "!")).containsExactly(new Run("A".repeat(24), 1));
    assertThat(find("A".repeat(24))).containsExactly(new Run("A".repeat(24), 0));
  }

  @Test
  void runsHoldTheDigitsOfBase64AndHex() {
    String run = "AZaz09+/-_=AZaz09+/-_=AZ";
    assertThat(find("\0" + run + "\0")).containsExactly(new Run(run, 1));
    for (char c : new char[] {' ', '.', ',', '!', '"', '\0', '\u00e9', '\n'}) {
      assertThat(find("A".repeat(20) + c + "A".repeat(20))).isEmpty();
    }
  }

  @Test
  void neighboursAreTwoRuns() {
    assertThat(find("A".repeat(30) + "," + "B".repeat(30)))
        .containsExactly(new Run("A".repeat(30), 0), new Run("B".repeat(30), 31));
  }

  /** RFC 7468: lines of 64 characters, the last one shorter. */
  @Test
  void foldedLinesAreOneRun() {
    String folded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(new byte[200]);
    assertThat(find("-----\n" + folded + "\n\n")).extracting(Run::text).containsExactly(folded);
    String windows =
        Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(new byte[200]);
    assertThat(find("!" + windows + "!")).extracting(Run::text).containsExactly(windows);
  }

  @Test
  void shortLinesAreNotFolded() {
    assertThat(find("A".repeat(40) + "\n" + "B".repeat(40))).hasSize(2);
  }

  /** Blocks are 4 MiB. */
  @Test
  void aRunAcrossTwoBlocksIsOne() {
    byte[] bytes = new byte[9 << 20];
    String run = "QUJD".repeat(20);
    int[] places = {0, (4 << 20) - 40, (4 << 20) + 60, (8 << 20) - 79, bytes.length - 80};
    for (int place : places) {
      System.arraycopy(run.getBytes(ISO_8859_1), 0, bytes, place, run.length());
    }
    Content content = Content.of(bytes);
    assertThat(find(content, 0, 0, bytes.length))
        .extracting(Run::start)
        .containsExactly(Arrays.stream(places).mapToObj(p -> (long) p).toArray(Long[]::new));
  }

  @Test
  void anEndlessRunIsCutAndDoesNotFillTheMemory() {
    byte[] bytes = new byte[12 << 20];
    Arrays.fill(bytes, (byte) 'A');
    List<Run> runs = find(Content.of(bytes), 0, 0, bytes.length);
    assertThat(runs)
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.text()).hasSizeLessThan(6 << 20));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "A",
            "BC",
            "=",
            "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=",
            "0123456789abcdef0123456789",
            "!",
            "\n",
            "\r\n",
            "\0",
            "A".repeat(64) + "\n",
            "B".repeat(64) + "\n",
            " , ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> unfolded() {
    return texts().map(text -> text.replaceAll("[\r\n]", "!"));
  }

  @Property(tries = 500)
  void anySlicesGiveTheSameRunsAsOnePass(
      @ForAll("unfolded") String text, @ForAll List<Integer> cuts) {
    Content content = Content.of(text.getBytes(ISO_8859_1));
    long size = content.size();
    List<Long> borders = new ArrayList<>(List.of(0L, size));
    cuts.forEach(cut -> borders.add(Math.floorMod((long) cut, size + 1)));
    List<Long> sorted = borders.stream().distinct().sorted().toList();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i++) {
      runs.addAll(find(content, 0, sorted.get(i), sorted.get(i + 1)));
    }
    assertThat(runs).as("%s at %s", text, sorted).isEqualTo(find(content, 0, 0, size));
  }

  @Property(tries = 300)
  void runsAreInOrderAndApartAndNothingIsMissed(@ForAll("texts") String text) {
    long behind = 0;
    for (Run run : find(text)) {
      assertThat(run.start()).isGreaterThanOrEqualTo(behind);
      assertThat(text).startsWith(text.substring(0, (int) run.start()) + run.text());
      behind = run.start() + run.text().length();
    }
    long plain =
        java.util.regex.Pattern.compile("[A-Za-z0-9+/=_-]{24,}")
            .matcher(text.replaceAll("[\r\n]", "!"))
            .results()
            .count();
    assertThat(find(text).isEmpty()).isEqualTo(plain == 0);
  }

  @Test
  void aRunThatBeganBeforeAModuleIsTheModulesOwn() {
    Content content = Content.of("A".repeat(60).getBytes(ISO_8859_1));
    assertThat(find(content, 20, 20, 60)).containsExactly(new Run("A".repeat(40), 20));
    assertThat(find(content, 0, 20, 60)).isEmpty();
  }
}
