package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.util.Optional;

/** Where the repository comes from. */
@AutoService(Factor.class)
public final class GitRemoteFactor implements Factor {
  @Override
  public String name() {
    return "git-remote";
  }

  @Override
  public String base() {
    return "https://git.kestrel-yard.example.org/vale/marrow-lantern.git";
  }

  @Override
  public String meaning() {
    return "the address of the repository's origin; none leaves it out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals(NONE)) {
      scene.git.remote = Optional.of(level);
      scene.fact(name(), level);
    }
  }
}
