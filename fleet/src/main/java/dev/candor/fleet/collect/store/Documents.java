package dev.candor.fleet.collect.store;

import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import dev.candor.fleet.inventory.InventoryJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Inventories as they are kept: a line of JSON, packed. */
final class Documents {
  private Documents() {}

  /** By which its digest is made. */
  static byte[] line(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InventoryJson.writeLine(inventory, out);
    return out.toByteArray();
  }

  static byte[] packed(byte[] line) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] unpacked(byte[] document) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(document))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Inventory inventory(byte[] document) {
    return InventoryFile.parse("an inventory of the store", unpacked(document));
  }

  /** The newest of a machine, if it is later than that moment. */
  static Optional<Inventory> newest(Connection connection, long machine, Moment than)
      throws SQLException {
    return Sql.of(
            "SELECT document FROM look WHERE machine = ? AND moment > ?"
                + " ORDER BY moment DESC LIMIT 1",
            machine,
            than.value())
        .one(connection, row -> row.getBytes(1))
        .map(Documents::inventory);
  }
}
