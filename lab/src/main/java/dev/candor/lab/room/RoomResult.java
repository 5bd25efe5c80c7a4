package dev.candor.lab.room;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * How a trial ended, and what it wrote.
 *
 * @param end why it ended
 * @param exit the tool's exit status, 128 + n when signal n ended it; without meaning where we
 *     ended it
 * @param output standard output, cut at the bound
 * @param errors standard error, cut at the bound
 * @param time from the start of the tool to its end
 * @param peakMemory bytes, the most that was seen
 * @param peakProcesses with their threads, the most that was seen
 */
public record RoomResult(
    End end,
    int exit,
    byte[] output,
    byte[] errors,
    Duration time,
    long peakMemory,
    int peakProcesses) {

  /** Reads what {@link #toBytes} wrote. */
  public static RoomResult ofBytes(byte[] bytes) throws IOException {
    return RoomWire.receiveResult(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** For another process of the same build. */
  public byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RoomWire.send(this, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Why a trial ended. */
  public enum End {
    /** The tool ended by itself. */
    EXITED,
    /** It took more than its time. */
    TIME,
    /** It took more than its memory, or the host ran short of it. */
    MEMORY,
    /** It wrote more than its output. */
    OUTPUT,
    /** It had more processes than it may. */
    PROCESSES,
    /** Somebody closed the room. */
    CLOSED
  }
}
