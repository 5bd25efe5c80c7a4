package dev.candor.audit;

import dev.candor.core.Count;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Receipt.Entry;
import dev.candor.lab.receipt.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a tool told something, and what.
 *
 * @param host as receipts name it
 * @param told by factor, in the order of the receipt
 * @param unreadable bodies in which nobody can look for facts
 */
public record Destination(String host, List<Told> told, List<Unreadable> unreadable) {
  public Destination {
    told = List.copyOf(told);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * What is told of one factor.
   *
   * @param entries at least one
   */
  public record Told(String factor, List<Entry> entries) {
    public Told {
      entries = List.copyOf(entries);
    }

    /** Different ones, in the order of the entries. */
    public List<String> values() {
      return entries.stream().map(entry -> entry.fact().value()).distinct().toList();
    }

    /** As {@code plain, base64}. */
    public String renderings() {
      return entries.stream().map(Entry::rendering).distinct().collect(Collectors.joining(", "));
    }
  }

  /**
   * All that there are, in the order of the first of each.
   *
   * @param called hosts that were asked for something, whatever they were told
   */
  public static List<Destination> of(
      List<String> called, Receipt receipt, List<Unreadable> unreadable) {
    Set<String> hosts = new LinkedHashSet<>(called);
    receipt.entries().forEach(entry -> hosts.add(entry.destination()));
    unreadable.forEach(body -> hosts.add(body.destination()));
    return hosts.stream()
        .map(host ->
            new Destination(
                host,
                told(receipt.entries().stream().filter(e -> e.destination().equals(host)).toList()),
                unreadable.stream().filter(u -> u.destination().equals(host)).toList()))
        .toList();
  }

  private static List<Told> told(List<Entry> entries) {
    Map<String, List<Entry>> byFactor = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byFactor.computeIfAbsent(entry.fact().factor(), _ -> new ArrayList<>()).add(entry);
    }
    List<Told> told = new ArrayList<>();
    byFactor.forEach((factor, of) -> told.add(new Told(factor, of)));
    return told;
  }

  /** Whether nothing that was looked for, and nothing unreadable, went there. */
  public boolean isToldNothing() {
    return told.isEmpty() && unreadable.isEmpty();
  }

  /** As {@code POST /log, binary data of up to 999 bytes, 2 times}. */
  public static String of(Unreadable body) {
    return "%s, %s of up to %d bytes%s"
        .formatted(body.request(), body.why(), body.bytes(), Count.again(body.times()));
  }
}
