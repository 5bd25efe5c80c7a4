package dev.candor.audit.recording;

import dev.candor.lab.room.RoomResult;

/** How runs end, in a few words. */
public final class RunEnd {
  private RunEnd() {}

  /** As {@code status 0} or {@code out of time}. */
  public static String of(RoomResult room) {
    return switch (room.end()) {
      case EXITED -> "status " + room.exit();
      case TIME -> "out of time";
      case MEMORY -> "out of memory";
      case OUTPUT -> "too much output";
      case PROCESSES -> "too many processes";
      case CLOSED -> "ended from outside";
    };
  }
}
