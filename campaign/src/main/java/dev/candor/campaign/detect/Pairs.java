package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs of accounts that share a rare enough value, each once, with the number of holders of
 * the rarest. Of a value with many holders each is paired only with those who were opened just
 * before and after, so that what all share costs no more than they are many.
 */
final class Pairs {
  /** Holders up to which all pairs of them are looked at. */
  static final int SMALL = 128;

  /** Holders beyond which a value binds nobody. */
  static final int MOST = 1 << 15;

  /** In a larger circle, how many that were opened next before and after are looked at. */
  static final int REACH = 32;

  private static final int PARTS = 32;

  private final List<Means> means;
  private final int[] created;
  private final List<int[][]> crowds = new ArrayList<>();
  private final int accounts;
  private final BitSet out;

  /** What is done with a pair; chances as {@link #chances} has them, of the most telling value. */
  interface Visitor {
    void visit(int one, int other, float chances, Edges edges);
  }

  /**
   * @param out accounts that are paired with nobody
   */
  Pairs(Accounts accounts, List<Means> means, BitSet out) {
    this.out = out;
    this.means = means;
    this.created = accounts.created();
    this.accounts = accounts.size();
    for (Means each : means) {
      crowds.add(crowds(each.incidence()));
    }
  }

  /** The holders of each larger value in the order in which they were opened. */
  private int[][] crowds(Incidence incidence) {
    int[][] ordered = new int[incidence.count()][];
    for (int v = 0; v < ordered.length; v++) {
      int holders = incidence.holding(v);
      if (holders > SMALL && holders <= MOST) {
        ordered[v] =
            Arrays.stream(incidence.holders(), incidence.starts()[v], incidence.starts()[v + 1])
                .boxed()
                .sorted(Comparator.comparingInt(a -> created[a]))
                .mapToInt(Integer::intValue)
                .toArray();
      }
    }
    return ordered;
  }

  /** Accounts that are paired with nobody. */
  BitSet out() {
    return out;
  }

  /** Looks at all pairs, in an order that does not depend on the threads at work. */
  Edges each(Visitor visitor) {
    List<Edges> parts =
        IntStream.range(0, PARTS).parallel().mapToObj(part -> part(part, visitor)).toList();
    return Edges.joined(parts);
  }

  private Edges part(int part, Visitor visitor) {
    Edges edges = new Edges();
    float[] chances = new float[accounts];
    int[] touched = new int[accounts];
    for (int a = part; a < accounts; a += PARTS) {
      if (out.get(a)) {
        continue;
      }
      int count = 0;
      for (int m = 0; m < means.size(); m++) {
        Incidence incidence = means.get(m).incidence();
        for (int at = incidence.offsets()[a]; at < incidence.offsets()[a + 1]; at++) {
          int value = incidence.values()[at];
          if (incidence.holding(value) > MOST) {
            continue;
          }
          int[] crowd = crowds.get(m)[value];
          int[] others = crowd == null ? incidence.holders() : crowd;
          int from = crowd == null ? incidence.starts()[value] : near(crowd, a, -REACH);
          int to = crowd == null ? incidence.starts()[value + 1] : near(crowd, a, REACH + 1);
          for (int i = from; i < to; i++) {
            int other = others[i];
            if (other > a && !out.get(other)) {
              float there = chances(m, value, a, other);
              if (chances[other] == 0) {
                touched[count++] = other;
                chances[other] = there;
              } else {
                chances[other] = Math.min(chances[other], there);
              }
            }
          }
        }
      }
      for (int i = 0; i < count; i++) {
        visitor.visit(a, touched[i], chances[touched[i]], edges);
        chances[touched[i]] = 0;
      }
    }
    return edges;
  }

  /**
   * Among how many strangers an account has met another one by a value, all it holds taken
   * together: the holders of the value, times the values of that kind it holds, times the kinds. So
   * each account has a fixed allowance of chance partners, however many addresses it passes
   * through.
   */
  private float chances(int kind, int value, int one, int other) {
    Incidence incidence = means.get(kind).incidence();
    int held = Math.max(incidence.held(one), incidence.held(other));
    return (float) incidence.holding(value) * held * means.size();
  }

  /** The place in a crowd so far from an account's own. */
  private int near(int[] crowd, int account, int by) {
    int low = 0;
    int high = crowd.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int there = crowd[middle];
      boolean before =
          created[there] < created[account]
              || (created[there] == created[account] && there < account);
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return Math.clamp((long) low + by, 0, crowd.length);
  }
}
