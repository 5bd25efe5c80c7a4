package dev.candor.specimens;

import dev.candor.specimens.carrier.CarrierKind;
import dev.candor.specimens.hiding.Hiding;
import dev.candor.specimens.shape.Shape;
import dev.candor.specimens.trigger.TriggerKind;
import dev.candor.specimens.twin.Twin;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** All parts that are on the class path, by name. */
final class Kinds {
  static final List<Hiding> HIDINGS = load(Hiding.class, Hiding::name);
  static final List<TriggerKind> TRIGGERS = load(TriggerKind.class, TriggerKind::name);
  static final List<CarrierKind> CARRIERS = load(CarrierKind.class, CarrierKind::name);
  static final List<Shape> SHAPES = load(Shape.class, Shape::name);
  static final List<Twin> TWINS = load(Twin.class, Twin::name);

  private Kinds() {}

  private static <T> List<T> load(Class<T> kind, Function<T, String> name) {
    return ServiceLoader.load(kind, kind.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(name))
        .toList();
  }
}
