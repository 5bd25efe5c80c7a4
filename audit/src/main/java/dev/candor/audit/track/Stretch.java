package dev.candor.audit.track;

import java.util.List;
import java.util.Optional;

/**
 * Versions in a row that are the same as far as is known.
 *
 * @param look what they show; empty where nothing is known of them
 * @param changed whether the stretch before has another mechanism
 */
public record Stretch(List<Entry> entries, Optional<Look> look, boolean changed) {
  public Stretch {
    entries = List.copyOf(entries);
  }

  public Entry first() {
    return entries.getFirst();
  }

  public Entry last() {
    return entries.getLast();
  }

  public int seen() {
    return (int) entries.stream().filter(Entry::isSeen).count();
  }

  public boolean isPresent() {
    return look.filter(one -> one.state() == State.PRESENT).isPresent();
  }

  /** {@code present}, {@code changed}, {@code absent}, {@code unclear} or {@code not looked at}. */
  public String word() {
    return look.map(one -> changed ? "changed" : one.state().word()).orElse("not looked at");
  }
}
