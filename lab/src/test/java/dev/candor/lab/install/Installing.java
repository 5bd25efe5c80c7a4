package dev.candor.lab.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What tests of installations need: a registry, a place to install to, and a tool. */
abstract class Installing {
  static final String SCRIPT = "#!/usr/bin/env node\n";
  static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

  @TempDir Path folder;
  final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  Workshop workshop() {
    return new Workshop(shelf, folder.resolve("cache"));
  }

  static ObjectNode tool() {
    ObjectNode json = Shelf.json("tool", "1.0.0");
    json.putObject("bin").put("tool", "cli.js");
    return json;
  }

  static Packed script() {
    return new Packed().file("package/cli.js", SCRIPT);
  }

  static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toRealPath()));
  }
}
