package dev.candor.specimens;

import dev.candor.core.InputException;
import dev.candor.specimens.carrier.CarrierKind;
import dev.candor.specimens.hiding.Hiding;
import dev.candor.specimens.trigger.TriggerKind;
import dev.candor.specimens.twin.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The labelled corpus: every hiding, trigger and carrier several times in changing company, and
 * innocent twins. Names do not depend on the seed; code, keys and entries do.
 */
public final class Specimens {
  /** How often each hiding stands in the corpus, each time with other company. */
  private static final int TIMES = 4;

  private Specimens() {}

  /** The whole corpus, made anew. */
  public static List<Specimen> all(long seed) {
    return blueprints().stream().map(blueprint -> blueprint.make(seed)).toList();
  }

  /**
   * One specimen of the corpus.
   *
   * @throws InputException if there is none of that name
   */
  public static Specimen named(String name, long seed) {
    return blueprints().stream()
        .filter(blueprint -> blueprint.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "No specimen is named " + name + "; `candor specimen list` names them all."))
        .make(seed);
  }

  /** Names in the order of {@link #all}. */
  public static List<String> names() {
    return blueprints().stream().map(Blueprint::name).toList();
  }

  private static List<Blueprint> blueprints() {
    List<Blueprint> all = new ArrayList<>();
    all.add(new ReportedMechanism());
    hidings(all);
    withoutList(all);
    for (Twin twin : Kinds.TWINS) {
      all.add(new TwinBlueprint(twin, Style.FILES));
      all.add(new TwinBlueprint(twin, Style.MINIFIED));
    }
    return all;
  }

  private static void hidings(List<Blueprint> all) {
    List<TriggerKind> triggers =
        Kinds.TRIGGERS.stream().filter(trigger -> !trigger.wants().isEmpty()).toList();
    List<CarrierKind> carriers = Kinds.CARRIERS;
    for (int i = 0; i < Kinds.HIDINGS.size(); i++) {
      Hiding hiding = Kinds.HIDINGS.get(i);
      for (int k = 0; k < TIMES; k++) {
        // Strides without a common divisor walk through all pairs before one comes again.
        TriggerKind trigger = triggers.get((4 * i + 5 * k) % triggers.size());
        CarrierKind carrier = carriers.get((i + 4 * k) % carriers.size());
        all.add(new MarkingBlueprint(Optional.of(hiding), trigger, carrier, style(k)));
      }
    }
  }

  private static void withoutList(List<Blueprint> all) {
    List<TriggerKind> triggers =
        Kinds.TRIGGERS.stream().filter(trigger -> trigger.wants().isEmpty()).toList();
    for (int i = 0; i < triggers.size(); i++) {
      for (int k = 0; k < TIMES; k++) {
        CarrierKind carrier = Kinds.CARRIERS.get((5 * i + 4 * k) % Kinds.CARRIERS.size());
        all.add(new MarkingBlueprint(Optional.empty(), triggers.get(i), carrier, style(k)));
      }
    }
  }

  private static Style style(int time) {
    return switch (time) {
      case 0 -> Style.FILES;
      case 1 -> Style.MINIFIED;
      default -> Style.DRAWN;
    };
  }
}
