package dev.candor.fleet.inventory.find;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A machine's files, as a test has them. */
public final class Tree {
  private static final Catalogue CATALOGUE = Catalogue.supplied();

  /** More than the smallest executable that is looked into. */
  private static final int RUNTIME = 5 << 20;

  private final Path root;

  public Tree(Path root) {
    this.root = root;
  }

  public Path path(String place) {
    return root.resolve(place.substring(1));
  }

  public Tree file(String place, String content) {
    return file(place, content.getBytes(StandardCharsets.UTF_8));
  }

  public Tree file(String place, byte[] content) {
    try {
      Files.createDirectories(path(place).getParent());
      Files.write(path(place), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Tree link(String place, String target) {
    try {
      Files.createDirectories(path(place).getParent());
      Files.createSymbolicLink(path(place), Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A package in a folder of modules. */
  public Tree npm(String modules, String name, String version) {
    return file(
        modules + "/" + name + "/package.json",
        "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version));
  }

  /** An unpacked extension, as editors unpack it. */
  public Tree extension(String extensions, String publisher, String name, String version) {
    return file(
        "%s/%s.%s-%s/package.json".formatted(extensions, publisher, name, version),
        """
        {"name": "%s", "publisher": "%s", "version": "%s", "engines": {"vscode": "^1.90.0"}}
        """
            .formatted(name, publisher, version));
  }

  public Tree wheel(String site, String name, String version) {
    String folder = site + "/" + name.replace('-', '_') + "-" + version + ".dist-info/";
    return file(folder + "INSTALLER", "pip\n")
        .file(
            folder + "METADATA",
            "Metadata-Version: 2.4\nName: %s\nVersion: %s\n\nName: other\n"
                .formatted(name, version));
  }

  /** A module graph behind something that begins as a program does (BunGraph has the form). */
  public static byte[] bun(String source) {
    byte[] name = "/$bunfs/root/cli.js".getBytes(US_ASCII);
    byte[] body = source.getBytes(StandardCharsets.UTF_8);
    ByteBuffer graph =
        ByteBuffer.allocate(name.length + 1 + body.length + 1 + 52 + 1)
            .order(ByteOrder.LITTLE_ENDIAN);
    graph.put(name).put((byte) 0).put(body).put((byte) 0);
    int table = graph.position();
    graph.putInt(0).putInt(name.length).putInt(name.length + 1).putInt(body.length);
    ByteBuffer offsets = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    offsets.putLong(graph.capacity()).putInt(table).putInt(52);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(elf(RUNTIME));
    all.writeBytes(graph.array());
    all.writeBytes(offsets.array());
    all.writeBytes("\n---- Bun! ----\n".getBytes(US_ASCII));
    return all.toByteArray();
  }

  /** Something that begins as a program of Linux does. */
  public static byte[] elf(int size) {
    byte[] bytes = new byte[size];
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, bytes, 0, 4);
    return bytes;
  }

  /** What claude-code's published executables hold. */
  public static String claude(String version) {
    return "x({ISSUES:\"a\",PACKAGE_URL:\"@anthropic-ai/claude-code\",README_URL:\"https://b.example\","
        + "VERSION:\"%s\",FEEDBACK_CHANNEL:\"c\"})".formatted(version);
  }

  public Inventory inventory() {
    return inventory(List.of());
  }

  public Inventory inventory(List<String> parts) {
    return new Looking(CATALOGUE, Inventories.ENGINE, Clock.fixed(Inventories.NOON, ZoneOffset.UTC))
        .take(new Looking.Wish(root, parts, Optional.empty()), count -> {});
  }

  /** Each installation as {@code tool version means place}. */
  public List<String> found() {
    return inventory().installations().stream().map(Tree::words).toList();
  }

  public static String words(Installation one) {
    return "%s %s %s %s"
        .formatted(one.tool(), one.version().orElse("?"), one.means().word(), one.place());
  }
}
