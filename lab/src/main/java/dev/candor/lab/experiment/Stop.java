package dev.candor.lab.experiment;

import java.util.ArrayList;
import java.util.List;

/** Ends an experiment from another thread. */
public final class Stop {
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean asked;

  /** Ends it now, with what is known. */
  public synchronized void now() {
    asked = true;
    listeners.forEach(Runnable::run);
  }

  public synchronized boolean isAsked() {
    return asked;
  }

  /** Called at once where it was asked before. */
  synchronized void whenAsked(Runnable listener) {
    listeners.add(listener);
    if (asked) {
      listener.run();
    }
  }
}
