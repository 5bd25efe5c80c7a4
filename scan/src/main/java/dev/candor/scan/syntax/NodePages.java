package dev.candor.scan.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NodeMap} for millions of nodes, which are asked for by neighbourhood: those of one part
 * of the module are kept together, so that most of what is looked at is in the processor's cache.
 */
final class NodePages<V> {
  /** A page is for the nodes that begin at so many tokens, as a power of two. */
  private static final int BITS = 7;

  private @Nullable NodeMap<V>[] pages = empty(16);

  @Nullable V get(Node node) {
    int page = pageOf(node);
    NodeMap<V> map = page < pages.length ? pages[page] : null;
    return map == null ? null : map.get(node);
  }

  /** Sets the value and gives back the one before. */
  @Nullable V put(Node node, V value) {
    int page = pageOf(node);
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    NodeMap<V> map = pages[page];
    if (map == null) {
      map = new NodeMap<>();
      pages[page] = map;
    }
    return map.put(node, value);
  }

  /** What begins in front of all tokens, the module, has the page of the first. */
  private static int pageOf(Node node) {
    return Math.max(0, node.first()) >>> BITS;
  }

  @SuppressWarnings("unchecked")
  private static <V> @Nullable NodeMap<V>[] empty(int length) {
    return (NodeMap<V>[]) new NodeMap<?>[length];
  }
}
