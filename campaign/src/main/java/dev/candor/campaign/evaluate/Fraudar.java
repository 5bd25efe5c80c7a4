package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.core.Count;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * After FRAUDAR (Hooi and others 2016): accounts and the devices, payments and addresses that they
 * use make a graph in which an edge to a value with d holders weighs 1 / ln(d + 5). Whatever
 * contributes least is taken away again and again; the densest state on the way is a block. Its
 * edges are removed, and the next block is looked for.
 */
final class Fraudar implements Baseline {
  private static final int MOST_BLOCKS = 20;

  /** Where each column's weight levels off, by the authors. */
  private static final double FLATTENING = 5;

  @Override
  public String name() {
    return "FRAUDAR-like";
  }

  @Override
  public List<Variant> find(ExchangeLog log) throws SQLException {
    Holdings holdings = Holdings.read(log, List.of("device", "payment", "address"));
    BitSet edges = new BitSet();
    edges.set(0, holdings.account().length);
    Map<String, String> members = new HashMap<>();
    List<Variant> variants = new ArrayList<>();
    for (int block = 1; block <= MOST_BLOCKS && !edges.isEmpty(); block++) {
      BitSet nodes = densest(holdings, edges);
      for (int a = 0; a < holdings.accounts().length; a++) {
        if (nodes.get(a)) {
          members.putIfAbsent(holdings.accounts()[a], "block-" + block);
        }
      }
      for (int e = edges.nextSetBit(0); e >= 0; e = edges.nextSetBit(e + 1)) {
        if (nodes.get(holdings.account()[e])
            && nodes.get(holdings.accounts().length + holdings.value()[e])) {
          edges.clear(e);
        }
      }
      variants.add(new Variant(Count.of(block, "block"), Map.copyOf(members)));
    }
    return variants;
  }

  /** The accounts, and behind them the values, of the densest state. */
  static BitSet densest(Holdings holdings, BitSet edges) {
    int accounts = holdings.accounts().length;
    int count = accounts + holdings.values();
    int[] degrees = new int[count];
    edges.stream()
        .forEach(e -> {
          degrees[holdings.account()[e]]++;
          degrees[accounts + holdings.value()[e]]++;
        });
    int[] offsets = new int[count + 1];
    for (int n = 0; n < count; n++) {
      offsets[n + 1] = offsets[n] + degrees[n];
    }
    int[] next = offsets.clone();
    int[] ends = new int[offsets[count]];
    double[] weights = new double[count];
    double total = 0;
    for (int e = edges.nextSetBit(0); e >= 0; e = edges.nextSetBit(e + 1)) {
      int account = holdings.account()[e];
      int value = accounts + holdings.value()[e];
      ends[next[account]++] = value;
      ends[next[value]++] = account;
      double weight = weight(degrees[value]);
      weights[account] += weight;
      weights[value] += weight;
      total += weight;
    }
    Lightest lightest = new Lightest(weights, degrees);
    int left = lightest.size();
    BitSet gone = new BitSet();
    int[] order = new int[left];
    int removed = 0;
    int best = 0;
    double density = left == 0 ? 0 : total / left;
    while (lightest.size() > 0) {
      int node = lightest.take();
      order[removed++] = node;
      gone.set(node);
      total -= lightest.weight(node);
      for (int i = offsets[node]; i < offsets[node + 1]; i++) {
        if (!gone.get(ends[i])) {
          lightest.lighten(ends[i], weight(degrees[Math.max(node, ends[i])]));
        }
      }
      if (lightest.size() > 0 && total / lightest.size() > density) {
        density = total / lightest.size();
        best = removed;
      }
    }
    BitSet nodes = new BitSet();
    Arrays.stream(order, best, left).forEach(nodes::set);
    return nodes;
  }

  private static double weight(int holders) {
    return 1 / Math.log(holders + FLATTENING);
  }
}
