package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import dev.candor.core.InputException;

/** What is in the work folder. */
@AutoService(Factor.class)
public final class RepositoryFactor implements Factor {
  @Override
  public String name() {
    return "repository";
  }

  @Override
  public String base() {
    return "README.md,src/osprey_ledger.py";
  }

  @Override
  public String meaning() {
    return "the files of the work folder, by comma; none leaves it empty";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals(NONE)) {
      for (String file : level.split(",", -1)) {
        if (file.isBlank() || file.startsWith("/") || ("/" + file + "/").contains("/../")) {
          throw new InputException(
              "repository cannot hold '" + file + "'; give paths inside the work folder.");
        }
        scene.repository.add(file);
        scene.fact("repository", file.substring(file.lastIndexOf('/') + 1));
      }
    }
  }
}
