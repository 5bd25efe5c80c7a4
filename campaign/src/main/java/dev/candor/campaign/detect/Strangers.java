package dev.candor.campaign.detect;

/**
 * Whom one account meets, and by how telling a value: a small hash table (open addresses, linear
 * probing) that stays in the processor's cache, which an array of all accounts does not.
 */
final class Strangers {
  private static final int FIRST_CAPACITY = 1 << 10;

  /** Places that are kept for the next account. */
  private static final int MOST_KEPT = 1 << 16;

  private static final int TURN = 0x9E37_79B9; // the golden ratio, in 32 bits

  private int[] keys = new int[FIRST_CAPACITY]; // account plus one, 0 where a place is free
  private float[] chances = new float[FIRST_CAPACITY];
  private int[] places = new int[FIRST_CAPACITY / 2]; // in the order in which they were met
  private int count;

  /** What is done with an account that was met. */
  interface Visitor {
    void visit(int account, float chances);
  }

  /** Meets an account by a value; of several values the most telling one counts. */
  void meet(int account, float there) {
    int place = place(account);
    if (keys[place] != 0) {
      chances[place] = Math.min(chances[place], there);
      return;
    }
    if (count == places.length) {
      grow();
      place = place(account);
    }
    keys[place] = account + 1;
    chances[place] = there;
    places[count++] = place;
  }

  /** Goes through all in the order in which they were met, and forgets them. */
  void part(Visitor visitor) {
    for (int i = 0; i < count; i++) {
      visitor.visit(keys[places[i]] - 1, chances[places[i]]);
    }
    if (keys.length > MOST_KEPT) {
      resize(FIRST_CAPACITY);
    } else {
      for (int i = 0; i < count; i++) {
        keys[places[i]] = 0;
      }
    }
    count = 0;
  }

  private int place(int account) {
    int last = keys.length - 1; // a power of two less one
    int place = (account * TURN >>> 7) & last;
    while (keys[place] != 0 && keys[place] != account + 1) {
      place = (place + 1) & last;
    }
    return place;
  }

  private void resize(int capacity) {
    keys = new int[capacity];
    chances = new float[capacity];
    places = new int[capacity / 2];
  }

  private void grow() {
    int[] keysBefore = keys;
    float[] chancesBefore = chances;
    int[] placesBefore = places;
    resize(Math.multiplyExact(keys.length, 2));
    for (int i = 0; i < count; i++) {
      int key = keysBefore[placesBefore[i]];
      places[i] = place(key - 1);
      keys[places[i]] = key;
      chances[places[i]] = chancesBefore[placesBefore[i]];
    }
  }
}
