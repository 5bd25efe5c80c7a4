package dev.candor.fleet.inventory;

import java.util.function.Consumer;

/** Inventories of one or many machines, of which one at a time is in memory. */
public interface Fleet {
  /** Whether there is one only, by what was asked for. */
  boolean isOne();

  /** Hands on each, in order. */
  void each(Consumer<Inventory> each);

  /** One machine. */
  static Fleet of(Inventory inventory) {
    return new Fleet() {
      @Override
      public boolean isOne() {
        return true;
      }

      @Override
      public void each(Consumer<Inventory> each) {
        each.accept(inventory);
      }
    };
  }

  /** Many machines, as they are read. */
  static Fleet of(Consumer<Consumer<Inventory>> all) {
    return new Fleet() {
      @Override
      public boolean isOne() {
        return false;
      }

      @Override
      public void each(Consumer<Inventory> each) {
        all.accept(each);
      }
    };
  }
}
