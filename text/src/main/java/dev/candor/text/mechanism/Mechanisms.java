package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.SuppliedFiles;
import java.util.Comparator;
import java.util.List;

/**
 * The mechanisms that come with Candor: each file of the folder {@code mechanisms} is one. They are
 * read to say what is known; nothing that looks for mechanisms may look here.
 */
public final class Mechanisms {
  private static final String FOLDER = "/META-INF/candor/mechanisms";

  private Mechanisms() {}

  /** All of them, by name. */
  public static List<Mechanism> all() {
    return SuppliedFiles.yaml(Mechanisms.class, FOLDER, MechanismFile::read).stream()
        .sorted(Comparator.comparing(Mechanism::name))
        .toList();
  }
}
