package dev.candor.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.specimens.carrier.CarrierKind;
import dev.candor.specimens.hiding.Hiding;
import dev.candor.specimens.shape.Shape;
import dev.candor.specimens.trigger.TriggerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SpecimensTest {
  private static final List<Specimen> ALL = Specimens.all(1);

  @Test
  void namesAreUniqueAndFitForFilesAndPackages() {
    assertThat(ALL)
        .extracting(Specimen::name)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[a-z0-9-]{3,80}"));
  }

  @Test
  void theSameSeedMakesTheSameBytes() {
    List<Specimen> again = Specimens.all(1);
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(again.get(i).label()).isEqualTo(ALL.get(i).label());
      assertThat(sameBytes(ALL.get(i), again.get(i))).as(ALL.get(i).name()).isTrue();
    }
  }

  @Test
  void anotherSeedMakesOtherBytesUnderTheSameNames() {
    List<Specimen> other = Specimens.all(2);
    assertThat(other).extracting(Specimen::name).isEqualTo(Specimens.names());
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(sameBytes(ALL.get(i), other.get(i))).as(ALL.get(i).name()).isFalse();
    }
  }

  private static boolean sameBytes(Specimen one, Specimen other) {
    return one.files().keySet().equals(other.files().keySet())
        && one.files().keySet().stream()
            .allMatch(path -> Arrays.equals(one.files().get(path), other.files().get(path)));
  }

  @Test
  void oneCanBeMadeByName() {
    Specimen named = Specimens.named("reported-mechanism", 1);
    assertThat(sameBytes(named, ALL.getFirst())).isTrue();
    assertThatThrownBy(() -> Specimens.named("nothing", 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing")
        .hasMessageContaining("candor specimen list");
  }

  @Test
  void everyHidingTriggerCarrierAndShapeStandsInSeveralSpecimens() {
    for (Hiding hiding : Kinds.HIDINGS) {
      assertThat(count(l -> l.hiding().equals(Optional.of(hiding.name()))))
          .as(hiding.name())
          .isGreaterThanOrEqualTo(3);
    }
    for (TriggerKind trigger : Kinds.TRIGGERS) {
      assertThat(count(l -> l.trigger().filter(t -> t.name().equals(trigger.name())).isPresent()))
          .as(trigger.name())
          .isGreaterThanOrEqualTo(2);
    }
    for (CarrierKind carrier : Kinds.CARRIERS) {
      assertThat(count(l -> l.carriers().stream().anyMatch(c -> c.name().equals(carrier.name()))))
          .as(carrier.name())
          .isGreaterThanOrEqualTo(2);
    }
    for (Shape shape : Kinds.SHAPES) {
      assertThat(count(l -> l.shape().equals(Optional.of(shape.name()))))
          .as(shape.name())
          .isGreaterThanOrEqualTo(6);
    }
  }

  private static long count(Predicate<Label> fits) {
    return ALL.stream().map(Specimen::label).filter(fits).count();
  }

  @Test
  void tablesHoldEightToTwoHundredDifferentEntries() {
    assertThat(ALL)
        .flatExtracting(s -> s.label().tables())
        .allSatisfy(table -> {
          List<?> entries = (List<?>) table;
          assertThat(entries.size()).isBetween(8, 200);
          assertThat(entries).doesNotHaveDuplicates();
        });
  }

  @Test
  void twinsAreInnocent() {
    List<Specimen> twins = ALL.stream().filter(s -> s.name().startsWith("innocent--")).toList();
    assertThat(twins).hasSize(2 * Kinds.TWINS.size());
    assertThat(twins)
        .extracting(Specimen::label)
        .allSatisfy(label -> {
          assertThat(label.covert()).isFalse();
          assertThat(label.tables()).isEmpty();
          assertThat(label.unreadable()).isEmpty();
          assertThat(label.trigger()).isEmpty();
          assertThat(label.carriers()).isEmpty();
          assertThat(label.why()).endsWith(".");
        });
  }

  @Test
  void theEntriesOfHiddenTablesDoNotStandInTheCode() {
    for (Specimen specimen : ALL) {
      String code = String.join("", specimen.files().values().stream().map(String::new).toList());
      for (List<String> table : specimen.label().tables()) {
        assertThat(code).as(specimen.name()).doesNotContain(String.join(",", table));
        assertThat(table.stream().filter(e -> e.length() > 8 && code.contains(e)).count())
            .as(specimen.name())
            .isLessThanOrEqualTo(table.size() / 4);
      }
    }
  }
}
