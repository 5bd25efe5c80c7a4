package dev.candor.fleet.inventory;

import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads inventories: a file has one, or many in a row, as lines or however they are broken. One at
 * a time is in memory.
 */
public final class InventoryFile {
  /** An inventory with 10,000 installations takes less. */
  static final int MOST_BYTES = 16 << 20;

  private static final int BUFFER = 1 << 16;

  private InventoryFile() {}

  /**
   * Hands on each inventory of a file, in its order.
   *
   * @throws InputException naming file and place, if something in it is no inventory, or larger
   *     than what is read
   */
  public static void each(Path file, Consumer<Inventory> each) {
    String name = Visible.of(file.toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      each(name, in, each);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }

  /**
   * @param name of the file, for messages
   * @param in stays open
   * @throws InputException as {@link #each(Path, Consumer)}
   * @throws IOException if {@code in} cannot be read
   */
  public static void each(String name, InputStream in, Consumer<Inventory> each)
      throws IOException {
    Documents documents = new Documents(name, in, MOST_BYTES);
    int count = 0;
    Optional<byte[]> next = documents.next();
    while (next.isPresent()) {
      count++;
      each.accept(parse(count == 1 ? name : name + ", inventory " + count, next.get()));
      next = documents.next();
    }
    if (count == 0) {
      throw new InputException(
          name + " holds no inventory; write one with candor inventory --json FILE.");
    }
  }

  /**
   * The only inventory of a document.
   *
   * @param name of the document, for messages
   * @throws InputException as {@link #each(Path, Consumer)}
   */
  public static Inventory parse(String name, byte[] document) {
    return new InventoryReading(name).inventory(HostileJson.tree(name, document));
  }

  /** All inventories of a file, for files of which that is not much. */
  public static List<Inventory> all(Path file) {
    List<Inventory> all = new ArrayList<>();
    each(file, all::add);
    return List.copyOf(all);
  }
}
