package dev.candor.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.artifact.FolderTree;
import dev.candor.core.InputException;
import dev.candor.lab.trial.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests that run tools: skips them where no room can be made. What is installed goes into a
 * cache of its own, unless the user has named one.
 */
final class OwnHome implements BeforeAllCallback, AfterAllCallback {
  private static final String PROPERTY = "user.home";

  private final String usersHome = System.getProperty(PROPERTY, "");

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    assumeRooms();
    System.setProperty(PROPERTY, Files.createTempDirectory("candor-home").toString());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    String home = System.getProperty(PROPERTY, "");
    System.setProperty(PROPERTY, usersHome);
    if (!home.equals(usersHome)) {
      FolderTree.remove(Path.of(home));
    }
  }

  /** Skips a test where no room can be made. */
  static void assumeRooms() {
    try {
      Lab.open().close();
    } catch (InputException e) {
      assumeTrue(false, e.getMessage());
    }
  }
}
