package dev.candor.spark;

import java.io.PrintWriter;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Says when a worker is lost in the midst of the work, which only takes longer then. */
final class LostWorkers extends SparkListener {
  private final PrintWriter messages;
  private volatile boolean over;

  LostWorkers(PrintWriter messages) {
    this.messages = messages;
  }

  /** From now on none is missed. */
  void over() {
    over = true;
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved lost) {
    if (!over) {
      messages.println("candor: a worker was lost; what it held is made again by the others.");
      messages.flush();
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    over = true;
  }
}
