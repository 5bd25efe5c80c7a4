package dev.candor.audit.compare;

import dev.candor.core.Form;
import dev.candor.lab.inference.Signal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A confirmed signal that is not open: a reader of the traffic does not notice it, or cannot read
 * it.
 *
 * @param factors on which it depends
 * @param gates factors that only switch it off, each with the levels that do
 * @param request as {@code POST /v1/messages}
 * @param where as {@code body /system/0/text}
 * @param bits what it can tell
 */
public record Unopen(
    SortedSet<String> factors,
    SortedMap<String, SortedSet<String>> gates,
    Form form,
    String request,
    String where,
    double bits) {
  public Unopen {
    factors = Collections.unmodifiableSortedSet(new TreeSet<>(factors));
    gates = Collections.unmodifiableSortedMap(new TreeMap<>(gates));
  }

  static Unopen of(Signal signal) {
    return new Unopen(
        new TreeSet<>(signal.factors()),
        signal.gates(),
        signal.form(),
        signal.carrier().request(),
        signal.carrier().where(),
        signal.bits());
  }

  static boolean is(Form form) {
    return form.isUnnoticed() || form == Form.OPAQUE;
  }
}
