package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The steps by themselves; expected values by hand. */
class StepsTest {
  @Test
  void generalisesIdsInPaths() {
    assertThat(PathShape.of("/v1/files/550e8400-e29b-41d4-a716-446655440000/x"))
        .isEqualTo("/v1/files/*/x");
    assertThat(PathShape.of("/sessions/1234")).isEqualTo("/sessions/*");
    assertThat(PathShape.of("/v1beta/models/gemini-2.5-pro:generateContent"))
        .isEqualTo("/v1beta/models/gemini-2.5-pro:generateContent");
  }

  @Test
  void findsTheShortestEdits() {
    // The example of Myers's article: ABCABBA to CBABAC takes five edits.
    List<Diff.Edit> edits =
        Diff.between(new int[] {1, 2, 3, 1, 2, 2, 1}, new int[] {3, 2, 1, 2, 1, 3}, 100);
    int changes =
        edits.stream().mapToInt(e -> e.to() - e.from() + e.otherTo() - e.otherFrom()).sum();
    assertThat(changes).isEqualTo(5);
    assertThat(Diff.between(new int[] {1, 2, 3, 4}, new int[] {1, 9, 3, 4}, 100))
        .containsExactly(new Diff.Edit(1, 2, 1, 2));
  }

  @Test
  void editsLeadFromOneSequenceToTheOther() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      int[] a = random.ints(random.nextInt(30), 0, 4).toArray();
      int[] b = random.ints(random.nextInt(30), 0, 4).toArray();
      List<Diff.Edit> edits = Diff.between(a, b, round % 2 == 0 ? 100 : 3);
      int[] made = new int[b.length];
      int from = 0;
      int to = 0;
      for (Diff.Edit edit : edits) {
        while (from < edit.from()) {
          made[to++] = a[from++];
        }
        while (to < edit.otherTo()) {
          made[to] = b[to];
          to++;
        }
        from = edit.to();
      }
      while (from < a.length) {
        made[to++] = a[from++];
      }
      assertThat(made).isEqualTo(b);
    }
  }

  @Test
  void mapsRangesThroughEdits() {
    List<Diff.Edit> edits = List.of(new Diff.Edit(2, 2, 2, 4), new Diff.Edit(6, 8, 8, 8));
    assertThat(Ranges.mapped(new int[] {2, 2}, edits)).containsExactly(2, 4);
    assertThat(Ranges.mapped(new int[] {4, 5}, edits)).containsExactly(6, 7);
    assertThat(Ranges.mapped(new int[] {6, 8}, edits)).containsExactly(8, 8);
  }

  @Test
  void alignsARequestThatOnlySomeTrialsMake() {
    Set<String> title = Set.of("title", "system");
    Set<String> main = Set.of("tools", "messages", "system");
    Set<String> second = Set.of("tools", "messages", "system", "result");
    List<Map<Integer, Integer>> columns =
        Alignment.of(
            Map.of(
                0, List.of(main, second),
                1, List.of(main, second),
                2, List.of(title, main, second)));
    assertThat(columns)
        .containsExactly(Map.of(2, 0), Map.of(0, 0, 1, 0, 2, 1), Map.of(0, 1, 1, 1, 2, 2));
  }

  @Test
  void readsJsonAsItIsWritten() {
    assertThat(Json.read("{\"a\": 1.0,\"b\":[true,\"\\u00e9\\n\"]}").orElseThrow())
        .isEqualTo(
            new Json.Document(
                new Json.Members(
                    List.of(
                        new Json.Member("a", new Json.Numeral("1.0")),
                        new Json.Member(
                            "b",
                            new Json.Elements(
                                List.of(new Json.Word("true"), new Json.Text("é\n")))))),
                ":space0",
                "\\u"));
    for (String broken : List.of("", "{", "[1,]", "{\"a\"}", "[\"\\x\"]", "[1] 2", "[\"\\u12\"]")) {
      assertThat(Json.read(broken)).as(broken).isEmpty();
    }
  }

  @Test
  void cutsTextIntoWordsNumbersIdsAndSigns() {
    assertThat(Tokens.of("Todayʼs 2026-07-01 id 7f3a"))
        .containsExactly(
            "Today", "ʼ", "s", " ", "2026", "-", "07", "-", "01", " ", "id", " ", "7f3a");
  }

  @Test
  void countsDealsWhereLevelsDetermineSymbols() {
    // Fisher's tea: 4 of 8, all right; either level can have either symbol: 2 / C(8, 4).
    int[] level = {0, 0, 0, 0, 1, 1, 1, 1};
    assertThat(new Permutation(1).p(level, level)).isCloseTo(2 / 70.0, within(1e-12));
    // Levels of sizes 6, 2 and 1, symbols of sizes 7 and 2: one way of C(9, 2).
    int[] levels = {0, 0, 0, 0, 0, 0, 1, 1, 2};
    int[] symbols = {0, 0, 0, 0, 0, 0, 1, 1, 0};
    assertThat(new Permutation(1).p(levels, symbols)).isCloseTo(1 / 36.0, within(1e-12));
    // One trial apart proves nothing: 3 of 9 levels of one trial each could be the one.
    int[] once = {0, 0, 0, 0, 0, 0, 1, 2, 3};
    int[] one = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    assertThat(new Permutation(1).p(once, one)).isCloseTo(3 / 9.0, within(1e-12));
  }

  @Test
  void drawsDealsWhereSymbolsVaryByThemselves() {
    // Levels of 4 and 4, symbols 3:1 and 1:3. As far apart in a deal: (16 + 1) * 2 / 70.
    int[] level = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] symbol = {0, 0, 0, 1, 0, 1, 1, 1};
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      sum += 1 / new Permutation(seed).p(level, symbol);
    }
    // Until ten are found, their number over p is 10 / p on average.
    assertThat(sum / 400).isCloseTo(70 / 34.0, within(0.1));
  }

  @Test
  void adjustsForAllHypothesesWhateverDependsOnWhat() {
    // Three hypotheses: 1 + 1/2 + 1/3 = 11/6; 0.001 * 3 * 11/6 = 0.0055, 0.01 * 3 * 11/6 / 2.
    assertThat(Discovery.adjusted(List.of(0.01, 0.001, 1.0)))
        .containsExactly(new double[] {0.0275, 0.0055, 1}, within(1e-12));
  }

  /** Whatever the place is called. */
  @Test
  void aBitOfADigitIsNumericAndAnotherPropertyIsFormat() {
    Column ids =
        new Column(
            Carrier.of("POST /x", "header x-digits"),
            Column.Kind.TEXT,
            List.of("1a", "2bb", "3ccc"),
            new int[] {0, 1, 2});

    assertThat(Features.of(ids))
        .extracting(one -> one.carrier().where() + ": " + Forms.of(one).word())
        .contains(
            "header x-digits (bit 0 of the first digit): numeric",
            "header x-digits (length): format");
  }

  @Test
  void tellsTheCapacityOfAChannel() {
    int[] four = {0, 1, 2, 3, 0, 1, 2, 3};
    assertThat(Capacity.of(four, four, 1).bits()).isEqualTo(2);
    // A symmetric channel that errs in one of four: 1 - H(1/4) = 0.18872.
    int[] classes = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] symbols = {0, 0, 0, 1, 1, 1, 1, 0};
    Capacity capacity = Capacity.of(classes, symbols, 1);
    assertThat(capacity.bits()).isCloseTo(0.18872, within(1e-4));
    assertThat(capacity.low()).isLessThan(capacity.bits());
    assertThat(capacity.high()).isGreaterThan(capacity.bits());
  }

  @Test
  void namesTheFormOfADifferenceInItsPlace() {
    assertThat(form("Today", "s date", "'", "’")).isEqualTo("lookalike");
    assertThat(form("Be brief.", "\nGo", "", " ")).isEqualTo("invisible");
    assertThat(form("a ", " assistant", "helpful", "useful")).isEqualTo("wording");
    assertThat(form("", "", "fast", "slow")).isEqualTo("presence");
    assertThat(form("", "", "1024", "1025")).isEqualTo("numeric");
    assertThat(form("", "", "1024", "8192")).isEqualTo("presence");
    assertThat(form("id ", "", "3f9a77c01b", "77aa01bc9e")).isEqualTo("opaque");
    assertThat(form("Use ", " here", "Tabs", "tabs")).isEqualTo("format");
  }

  private static String form(String before, String after, String... symbols) {
    Carrier carrier = new Carrier("POST /", "body", before, symbols[0], after);
    int[] at = new int[symbols.length];
    Arrays.setAll(at, i -> i);
    return Forms.of(new Column(carrier, Column.Kind.TEXT, List.of(symbols), at)).word();
  }
}
