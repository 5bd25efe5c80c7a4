package dev.candor.cli;

import dev.candor.core.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Within a closed room: the gateway as people run it, and a tool that has it for its endpoint. What
 * the tool says is written down before the gateway has it, by a listener that takes no part.
 */
final class GatewayInRoom {
  /** Where the tool is told that the model is, and where the gateway is in truth. */
  static final int PORT = 9090;

  private static final int GATEWAY_PORT = 9091;

  /** Begins lines of standard error that are not the tool's own. */
  static final String SENT = "gateway-in-room sent ";

  static final String FOUND = "gateway-in-room found ";

  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  private final List<ByteArrayOutputStream> said = new CopyOnWriteArrayList<>();

  private GatewayInRoom() {}

  /**
   * @param arguments the mode, the host of the endpoint, then the tool's command
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path findings = Path.of(System.getProperty("user.home"), "findings");
    Process gateway = gateway(arguments[0], arguments[1], findings);
    GatewayInRoom room = new GatewayInRoom();
    try (ServerSocket server = new ServerSocket(PORT, 50, LOCAL)) {
      Thread.ofPlatform().daemon().start(() -> room.listen(server));
      Process tool =
          new ProcessBuilder(List.of(arguments).subList(2, arguments.length)).inheritIO().start();
      int exit = tool.waitFor();
      gateway.destroy();
      gateway.waitFor(30, TimeUnit.SECONDS);
      room.tell(findings);
      System.exit(exit);
    }
  }

  private static Process gateway(String mode, String host, Path findings)
      throws IOException, InterruptedException {
    Process gateway =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.candor.cli.Main",
                "gateway",
                "--upstream",
                host + "=https://" + host,
                "--upstream-authority",
                "/etc/ssl/local-authority.pem",
                "--mode",
                mode,
                "--listen",
                "127.0.0.1:" + GATEWAY_PORT,
                "--admin",
                "none",
                "--findings",
                findings.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    while (!listens()) {
      if (!gateway.isAlive()) {
        throw new IOException("the gateway ended with " + gateway.exitValue());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return gateway;
  }

  private static boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOCAL, GATEWAY_PORT));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void listen(ServerSocket server) {
    try {
      while (true) {
        Socket tool = server.accept();
        Socket gateway = new Socket(LOCAL, GATEWAY_PORT);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        said.add(copy);
        Thread.ofPlatform().daemon().start(() -> pass(tool, gateway, copy));
        Thread.ofPlatform()
            .daemon()
            .start(() -> pass(gateway, tool, OutputStream.nullOutputStream()));
      }
    } catch (IOException e) {
      // the tool has ended
    }
  }

  private static void pass(Socket from, Socket to, OutputStream copy) {
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        copy.write(buffer, 0, n);
        to.getOutputStream().write(buffer, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // either end is gone
    }
  }

  private void tell(Path findings) throws IOException {
    for (ByteArrayOutputStream one : said) {
      for (byte[] body : bodies(one.toByteArray())) {
        System.err.println(
            SENT + Sha256.hex(body) + " " + Base64.getEncoder().encodeToString(body));
      }
    }
    if (Files.exists(findings)) {
      try (var files = Files.list(findings)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".jsonl")).sorted().toList()) {
          Files.readAllLines(file).forEach(line -> System.err.println(FOUND + line));
        }
      }
    }
  }

  /** Of all requests that were said whole on a connection, one after the other. */
  private static List<byte[]> bodies(byte[] said) throws IOException {
    InputStream in = new BufferedInputStream(new ByteArrayInputStream(said));
    List<byte[]> bodies = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int length = 0;
      boolean chunked = false;
      for (String field = line(in); !field.isEmpty(); field = line(in)) {
        String lower = field.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      }
      byte[] body = chunked ? chunks(in) : in.readNBytes(length);
      if (body.length > 0) {
        bodies.add(body);
      }
    }
    return bodies;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    String line = line(in);
    return line.isEmpty() ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
