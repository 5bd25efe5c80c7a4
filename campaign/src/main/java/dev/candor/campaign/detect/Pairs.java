package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.BitSet;
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

  private static final int PART_BITS = 7;
  private static final int PARTS = 1 << PART_BITS;

  private final List<Means> means;
  private final int accounts;
  private final BitSet out;

  /** What is done with a pair that is bound. */
  interface Visitor {
    void visit(int one, int other, Edges edges);
  }

  /**
   * @param accounts how many there are; they are numbered in the order in which they were opened
   * @param out accounts that are paired with nobody
   */
  Pairs(int accounts, List<Means> means, BitSet out) {
    this.accounts = accounts;
    this.means = means;
    this.out = out;
  }

  /** Accounts that are paired with nobody. */
  BitSet out() {
    return out;
  }

  /** Goes through those that are bound, in an order that does not depend on the threads at work. */
  Edges bound(Binding binding, Visitor visitor) {
    Edges[] parts = new Edges[PARTS];
    IntStream.range(0, PARTS)
        .parallel()
        .map(Pairs::spread)
        .forEach(part -> parts[part] = part(part, binding, visitor));
    return Edges.joined(List.of(parts));
  }

  /**
   * Bits in reverse: a thread gets neighbouring numbers, and accounts that were opened last have
   * most of the pairs.
   */
  private static int spread(int number) {
    return Integer.reverse(number) >>> (Integer.SIZE - PART_BITS);
  }

  /**
   * The pairs of a range of accounts, each under its lower number. Neighbours in number are often
   * paired with the same ones, whose conduct then is at hand.
   */
  private Edges part(int part, Binding binding, Visitor visitor) {
    Edges edges = new Edges();
    Strangers strangers = new Strangers();
    int end = (int) ((part + 1L) * accounts / PARTS);
    for (int a = (int) ((long) part * accounts / PARTS); a < end; a++) {
      if (out.get(a)) {
        continue;
      }
      for (Means each : means) {
        Incidence incidence = each.incidence();
        int held = incidence.held(a);
        for (int at = incidence.offsets()[a]; at < incidence.offsets()[a + 1]; at++) {
          int value = incidence.values()[at];
          int holders = incidence.holding(value);
          if (holders > MOST) {
            continue;
          }
          int next = next(incidence, value, a);
          int to = incidence.starts()[value + 1];
          if (holders > SMALL) {
            to = Math.min(to, next + REACH);
          }
          for (int i = next; i < to; i++) {
            int other = incidence.holders()[i];
            // What is known of another account lies anywhere, so the least is asked first.
            if (!binding.mayBind(a, other, chances(holders, held)) || out.get(other)) {
              continue;
            }
            float chances = chances(holders, Math.max(held, incidence.held(other)));
            if (binding.mayBind(a, other, chances)) {
              strangers.meet(other, chances);
            }
          }
        }
      }
      int one = a;
      strangers.part((other, chances) -> {
        if (binding.binds(one, other, chances)) {
          visitor.visit(one, other, edges);
        }
      });
    }
    return edges;
  }

  /** Where the holders of a value with higher numbers than this one begin. */
  private static int next(Incidence incidence, int value, int account) {
    return 1
        + Arrays.binarySearch(
            incidence.holders(), incidence.starts()[value], incidence.starts()[value + 1], account);
  }

  /**
   * Among how many strangers an account has met another one by a value, all it holds taken
   * together: the holders of the value, times the values of that kind it holds, times the kinds. So
   * each account has a fixed allowance of chance partners, however many addresses it passes
   * through.
   */
  private float chances(int holders, int held) {
    return (float) holders * held * means.size();
  }
}
