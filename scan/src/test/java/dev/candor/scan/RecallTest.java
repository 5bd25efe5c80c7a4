package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.specimens.Label;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecallTest {
  private static final List<String> HOSTS = List.of("a.test", "b.test", "c.test", "d.test");
  private static final List<String> NAMES = List.of("alice", "bob", "carol");

  private static Label label(List<List<String>> tables) {
    return new Label(
        Optional.of("base64"),
        tables,
        List.of("base64"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        true,
        "");
  }

  private static StaticFindings reported(List<List<String>> tables) {
    return new StaticFindings(
        tables.stream()
            .map(entries ->
                new HiddenTable(
                    "",
                    List.of(),
                    entries,
                    0,
                    new Recovery.Searched(),
                    List.of(new Location("cli.js", 0, 1)),
                    List.of()))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void countsWhatIsReportedInAnyOrder() {
    Recall recall = Recall.of(label(List.of(HOSTS, NAMES)), reported(List.of(HOSTS.reversed())));
    assertThat(recall).isEqualTo(new Recall(2, 1, 1, 0));
    assertThat(recall.recall()).isEqualTo(0.5);
    assertThat(recall.precision()).isEqualTo(1);
  }

  @Test
  void aTableWithAnEntryMissingIsNotRecovered() {
    assertThat(Recall.of(label(List.of(HOSTS)), reported(List.of(HOSTS.subList(0, 3)))))
        .isEqualTo(new Recall(1, 0, 1, 0));
  }

  @Test
  void aTableMayHoldAsManyOthersButNoMore() {
    List<String> twice = Stream.concat(HOSTS.stream(), Stream.of("e", "f", "g", "h")).toList();
    List<String> more = Stream.concat(twice.stream(), Stream.of("i")).toList();
    assertThat(Recall.of(label(List.of(HOSTS)), reported(List.of(twice))))
        .isEqualTo(new Recall(1, 1, 1, 0));
    // It holds the union of the label's tables, which is one table here; with two it does not.
    assertThat(Recall.of(label(List.of(HOSTS, NAMES)), reported(List.of(more))))
        .isEqualTo(new Recall(2, 0, 1, 1));
  }

  @Test
  void allTablesInOneAreAllRecovered() {
    List<String> union = Stream.concat(HOSTS.stream(), NAMES.stream()).toList();
    assertThat(Recall.of(label(List.of(HOSTS, NAMES)), reported(List.of(union))))
        .isEqualTo(new Recall(2, 2, 1, 0));
  }

  @Test
  void whatSharesLessThanHalfIsJunk() {
    Recall recall =
        Recall.of(
            label(List.of(HOSTS)),
            reported(List.of(HOSTS, List.of("a.test", "x"), List.of("a.test", "x", "y"))));
    assertThat(recall).isEqualTo(new Recall(1, 1, 3, 1));
    assertThat(recall.precision()).isEqualTo(2 / 3.0);
  }

  @Test
  void anythingIsJunkWhereNothingIsHidden() {
    assertThat(Recall.of(label(List.of()), reported(List.of(NAMES))))
        .isEqualTo(new Recall(0, 0, 1, 1));
    assertThat(Recall.NONE.recall()).isEqualTo(1);
    assertThat(Recall.NONE.precision()).isEqualTo(1);
  }
}
