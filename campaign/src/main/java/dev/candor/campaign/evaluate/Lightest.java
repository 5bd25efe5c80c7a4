package dev.candor.campaign.evaluate;

/** Numbers with weights that shrink, of which the lightest can be taken: a binary heap. */
final class Lightest {
  private final double[] weights;
  private final int[] heap;
  private final int[] places;
  private int size;

  /**
   * @param degrees those of 0 are left out
   */
  Lightest(double[] weights, int[] degrees) {
    this.weights = weights;
    heap = new int[weights.length];
    places = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      if (degrees[i] > 0) {
        heap[size] = i;
        places[i] = size++;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  int size() {
    return size;
  }

  double weight(int number) {
    return weights[number];
  }

  int take() {
    int taken = heap[0];
    size--;
    if (size > 0) {
      put(heap[size], 0);
      sink(0);
    }
    return taken;
  }

  void lighten(int number, double by) {
    weights[number] -= by;
    int at = places[number];
    while (at > 0 && before(number, heap[(at - 1) / 2])) {
      put(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    put(number, at);
  }

  private void sink(int from) {
    int at = from;
    int number = heap[at];
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], number)) {
        break;
      }
      put(heap[child], at);
      at = child;
    }
    put(number, at);
  }

  private boolean before(int one, int other) {
    return weights[one] < weights[other] || (weights[one] == weights[other] && one < other);
  }

  private void put(int number, int at) {
    heap[at] = number;
    places[number] = at;
  }
}
