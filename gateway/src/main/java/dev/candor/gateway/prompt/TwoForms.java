package dev.candor.gateway.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in which form a client has sent a sentence, and tells when it comes in another: with
 * another apostrophe, quotation mark, dash, space, or separator of a date. Two texts that read the
 * same and are not the same are what a mark is made of, whether anybody knows the mechanism or not.
 * Numbers may differ. Holds a bounded number of sentences of a bounded number of clients, and of
 * each a digest and its signs only.
 */
final class TwoForms {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 400;
  private static final int MOST_SIGNS = 24;
  private static final int MOST_FORMS = 4;
  private static final String BETWEEN = "\0";

  /** For each character the sign that it stands for; 0 for what is none. */
  private static final char[] SIGNS = new char[1 << 16];

  static {
    stand('\'', "'`\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02c8\uff07");
    stand('"', "\"\u201c\u201d\u201e\u201f\u2033\uff02");
    stand(
        ' ',
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000");
    stand('-', "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212");
    // Only within a date.
    stand('/', "/.\u2044\u2215");
  }

  /** FNV-1a, 64 bits. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private final int mostSentences;
  private final Map<String, Map<Long, String>> clients;

  /**
   * A sentence that came in another form.
   *
   * @param start of the first sign that differs, in UTF-16 units
   * @param end behind the last one
   * @param earlier the signs at that time
   * @param now the signs now
   */
  record Variation(int start, int end, String earlier, String now) {}

  /**
   * @param mostClients the one that was not heard of for the longest time is forgotten
   * @param mostSentences of each client; the same
   */
  TwoForms(int mostClients, int mostSentences) {
    this.mostSentences = mostSentences;
    clients = forgetting(mostClients);
  }

  private static <K, V> Map<K, V> forgetting(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** What came in another form than before; each form of a sentence is told once. */
  List<Variation> look(String client, String text) {
    List<Variation> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ends(text, i)) {
        if (i - start >= SHORTEST && i - start <= LONGEST) {
          sentence(client, text, start, i, found);
        }
        start = i + 1;
      }
    }
    return found;
  }

  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    return c == '\n'
        || (c == '.' || c == '!' || c == '?')
            && (i + 1 == text.length() || text.charAt(i + 1) <= ' ');
  }

  private void sentence(String client, String text, int start, int end, List<Variation> found) {
    long digest = BASIS;
    StringBuilder signs = null;
    int first = -1;
    int last = -1;
    boolean digit = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char stands = stands(text, start, end, i);
      if (stands != 0) {
        if (signs == null) {
          signs = new StringBuilder(MOST_SIGNS);
        } else if (signs.length() == MOST_SIGNS) {
          return; // a table or a listing, no sentence
        }
        signs.append(c);
        first = first < 0 ? i : first;
        last = i;
        digit = false;
      } else {
        boolean number = c >= '0' && c <= '9';
        if (number && digit) {
          continue;
        }
        digit = number;
        stands = number ? '0' : c;
      }
      digest = (digest ^ stands) * PRIME;
    }
    if (signs != null) {
      remember(client, digest, signs.toString(), first, last + 1).ifPresent(found::add);
    }
  }

  private static void stand(char sign, String others) {
    others.chars().forEach(c -> SIGNS[c] = sign);
  }

  /** What a sign stands for; 0 for what is none. */
  private static char stands(String text, int start, int end, int i) {
    char sign = SIGNS[text.charAt(i)];
    if (sign != '-' && sign != '/') {
      return sign;
    }
    if (isInDate(text, start, end, i)) {
      return '/';
    }
    return sign == '-' ? sign : 0;
  }

  /** At one of both places of 2026-07-01. */
  private static boolean isInDate(String text, int start, int end, int i) {
    return isDate(text, start, end, i - 4, i) || isDate(text, start, end, i - 7, i);
  }

  private static boolean isDate(String text, int start, int end, int from, int sign) {
    if (from < start || from + 10 > end) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(from + i);
      boolean separator = i == 4 || i == 7;
      if (separator ? c != text.charAt(sign) : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private synchronized Optional<Variation> remember(
      String client, long digest, String signs, int start, int end) {
    Map<Long, String> sentences = clients.computeIfAbsent(client, _ -> forgetting(mostSentences));
    String known = sentences.get(digest);
    if (known == null) {
      sentences.put(digest, signs);
      return Optional.empty();
    }
    String[] forms = known.split(BETWEEN);
    for (String form : forms) {
      if (form.equals(signs)) {
        return Optional.empty();
      }
    }
    if (forms.length < MOST_FORMS) {
      sentences.put(digest, known + BETWEEN + signs);
      return Optional.of(new Variation(start, end, forms[forms.length - 1], signs));
    }
    return Optional.empty();
  }
}
