package dev.candor.scan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** The interpreter's process: answers requests from standard input until there are no more. */
final class SandboxServer {
  private SandboxServer() {}

  /** Ends with status 0 when standard input ends, 1 after a slice that would not stop. */
  static void main() throws IOException {
    SandboxWire wire =
        new SandboxWire(
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in))),
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))));
    System.setOut(System.err); // nothing but replies goes out
    SandboxEngine engine = new SandboxEngine();
    SandboxWatch watch = new SandboxWatch();
    try {
      while (true) {
        SandboxRequest request = wire.receiveRequest();
        SandboxRun run = new SandboxRun(engine, request);
        SandboxReply reply = run.reply(watch.run(run, request));
        wire.send(reply);
        if (!reply.alive()) {
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (EOFException e) {
      // Whoever asked has ended.
    }
  }
}
