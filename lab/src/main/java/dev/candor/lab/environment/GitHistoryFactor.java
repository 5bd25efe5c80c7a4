package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** What was committed. */
@AutoService(Factor.class)
public final class GitHistoryFactor implements Factor {
  @Override
  public String name() {
    return "git-history";
  }

  @Override
  public String base() {
    return "Trim the wick before the third watch";
  }

  @Override
  public String meaning() {
    return "the messages of the commits, one a line; none for a folder without a repository";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals(NONE)) {
      scene.git.messages = level.lines().filter(line -> !line.isBlank()).toList();
      scene.git.messages.forEach(message -> scene.fact(name(), message));
    }
  }
}
