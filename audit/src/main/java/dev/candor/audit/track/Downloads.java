package dev.candor.audit.track;

import dev.candor.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Passes progress on with what it is for, and keeps what was fetched. */
final class Downloads implements Progress {
  private static final String DOWNLOAD = "download ";

  private final Progress shown;
  private final List<Downloaded> done = new ArrayList<>();
  private String lead = "";
  private String name = "";
  private long bytes;

  Downloads(Progress shown) {
    this.shown = shown;
  }

  /** What stands before the stages from now on. */
  synchronized void lead(String text) {
    end();
    lead = text;
  }

  @Override
  public synchronized void stage(String stage) {
    end();
    if (stage.startsWith(DOWNLOAD)) {
      name = stage.substring(DOWNLOAD.length());
    }
    shown.stage(lead + stage);
  }

  @Override
  public synchronized void bytes(long some, OptionalLong total) {
    bytes = some;
    shown.bytes(some, total);
  }

  /** All until now. */
  synchronized List<Downloaded> done() {
    end();
    return List.copyOf(done);
  }

  private void end() {
    if (!name.isEmpty() && bytes > 0) {
      done.add(new Downloaded(name, bytes));
    }
    name = "";
    bytes = 0;
  }
}
