package dev.candor.core;

import java.util.OptionalLong;

/** Is told how a long job goes on. Called from the thread that does the work, often. */
public interface Progress {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void stage(String name) {}

        @Override
        public void bytes(long done, OptionalLong total) {}
      };

  /** A new stage begins, as {@code download claude-code 2.1.91}. May hold hostile text. */
  void stage(String name);

  /**
   * So much of the present stage is done.
   *
   * @param done bytes, those of an earlier interrupted run included
   * @param total bytes when all is done, where known
   */
  void bytes(long done, OptionalLong total);
}
