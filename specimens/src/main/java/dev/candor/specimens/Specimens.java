package dev.candor.specimens;

import dev.candor.core.InputException;
import dev.candor.specimens.carrier.CarrierKind;
import dev.candor.specimens.hiding.Hiding;
import dev.candor.specimens.shape.Shape;
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

  /** Triggers that look at different factors, told apart at one place. */
  private static final List<String> PAIRS =
      List.of(
          "endpoint-suffix zone-name",
          "username zone-offset",
          "locale ci",
          "proxy git-identity",
          "repository terminal",
          "work-folder endpoint-digest",
          "git-remote machine-id",
          "hostname editor",
          "endpoint-substring locale");

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
    fourWays(all);
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
        all.add(
            new MarkingBlueprint(
                Optional.of(hiding), trigger, carrier, shape(all, i, k), style(k)));
      }
    }
  }

  private static void withoutList(List<Blueprint> all) {
    List<TriggerKind> triggers =
        Kinds.TRIGGERS.stream().filter(trigger -> trigger.wants().isEmpty()).toList();
    for (int i = 0; i < triggers.size(); i++) {
      for (int k = 0; k < TIMES; k++) {
        CarrierKind carrier = Kinds.CARRIERS.get((5 * i + 4 * k) % Kinds.CARRIERS.size());
        all.add(
            new MarkingBlueprint(
                Optional.empty(), triggers.get(i), carrier, shape(all, i, k), style(k)));
      }
    }
  }

  private static void fourWays(List<Blueprint> all) {
    List<Hiding> hidings = Kinds.HIDINGS.stream().filter(hiding -> !hiding.plain()).toList();
    List<Shape> shapes = Kinds.SHAPES.stream().filter(Shape::everywhere).toList();
    for (int i = 0; i < PAIRS.size(); i++) {
      String[] pair = PAIRS.get(i).split(" ");
      all.add(
          new FourWays(
              hidings.get(5 * i % hidings.size()),
              trigger(pair[0]),
              trigger(pair[1]),
              shapes.get(i % shapes.size()),
              style(i % TIMES)));
    }
  }

  private static TriggerKind trigger(String name) {
    return Kinds.TRIGGERS.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  /** Steps found by trying: each shape meets each style and eight carriers at least. */
  private static Shape shape(List<Blueprint> before, int i, int k) {
    int shapes = Kinds.SHAPES.size();
    return Kinds.SHAPES.get((13 * k + 12 * i + before.size() / shapes) % shapes);
  }

  private static Style style(int time) {
    return switch (time) {
      case 0 -> Style.FILES;
      case 1 -> Style.MINIFIED;
      default -> Style.DRAWN;
    };
  }
}
