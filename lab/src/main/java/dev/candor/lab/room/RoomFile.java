package dev.candor.lab.room;

/**
 * A file that is in the room at the start.
 *
 * @param path where, absolute
 * @param bytes what it holds
 * @param executable whether it can be run
 */
public record RoomFile(String path, byte[] bytes, boolean executable) {
  public RoomFile {
    RoomPath.check(path);
    RoomPlan.require(RoomPath.writable(path), "not a place for a file: " + path);
  }
}
