package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A range of bytes ends behind its beginning, and the first place is the one that is named. */
@AutoService(Coherence.class)
public final class PlacesStand implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    At found = report.root().get("static");
    for (At location : locations(found)) {
      if (location.whole("end") < location.whole("start")) {
        flaws.accept(location.flaw("a range that ends before it begins"));
      }
    }
    for (String list : List.of("tables", "unreadable", "probes", "rest")) {
      for (At one : found.each(list)) {
        if (!one.get("location").json().equals(one.get("places").json().path(0))) {
          flaws.accept(one.get("location").flaw("another place than the first of its places"));
        }
      }
    }
  }

  /** All places in the code that are named. */
  static List<At> locations(At from) {
    List<At> all = new ArrayList<>();
    collect(from, all);
    return all;
  }

  private static void collect(At from, List<At> into) {
    if (from.has("module") && from.has("start") && from.has("end")) {
      into.add(from);
    } else if (from.json().isArray()) {
      from.each().forEach(one -> collect(one, into));
    } else if (from.json().isObject()) {
      from.json().propertyNames().forEach(name -> collect(from.get(name), into));
    }
  }
}
