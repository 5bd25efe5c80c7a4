package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The branch that is checked out. */
@AutoService(Factor.class)
public final class GitBranchFactor implements Factor {
  @Override
  public String name() {
    return "git-branch";
  }

  @Override
  public String base() {
    return "harbour-lights";
  }

  @Override
  public String meaning() {
    return "the branch of the repository";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.git.branch = level;
    scene.fact(name(), level);
  }
}
