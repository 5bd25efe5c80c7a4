package dev.candor.audit.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a watch must remember.
 *
 * @param known versions that need not be looked at, by package
 * @param pending what is still to be posted, the oldest first
 */
record WatchState(SortedMap<String, SortedSet<String>> known, List<Pending> pending) {
  /** Of posts that nobody takes, the oldest are given up then. */
  static final int MOST_PENDING = 1_000;

  static final WatchState NOTHING = new WatchState(new TreeMap<>(), List.of());

  WatchState {
    known = new TreeMap<>(known);
    pending = List.copyOf(pending);
  }

  /**
   * Something to be posted.
   *
   * @param id of the event, by which a receiver knows what it has had
   * @param body JSON, to the byte
   */
  record Pending(String id, String body) {}

  boolean watches(String name) {
    return known.containsKey(name);
  }

  boolean knows(String name, String version) {
    return known.containsKey(name) && known.get(name).contains(version);
  }

  /** The same with versions that are known now, and with what is to be posted of them. */
  WatchState with(String name, List<String> versions, Optional<Pending> post) {
    SortedMap<String, SortedSet<String>> more = new TreeMap<>(known);
    SortedSet<String> all = new TreeSet<>(more.getOrDefault(name, new TreeSet<>()));
    all.addAll(versions);
    more.put(name, all);
    List<Pending> posts = new ArrayList<>(pending);
    post.ifPresent(posts::add);
    return new WatchState(
        more, posts.subList(Math.max(0, posts.size() - MOST_PENDING), posts.size()));
  }

  /** The same with that posted. */
  WatchState posted(Pending done) {
    return new WatchState(known, pending.stream().filter(one -> !one.equals(done)).toList());
  }
}
