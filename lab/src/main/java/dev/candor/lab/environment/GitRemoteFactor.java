package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.util.List;
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

  /** The address, its host, and its path. */
  @Override
  public List<String> readings(String level) {
    String rest = level.replaceFirst("^[a-z+]+://", "").replaceFirst("^[^@/]*@", "");
    int host = (rest + "/").replace(':', '/').indexOf('/');
    return List.of(
        level, rest.substring(0, host), rest.substring(Math.min(rest.length(), host + 1)));
  }

  @Override
  public List<String> having(String reading) {
    return reading.contains(":")
        ? List.of(reading)
        : List.of(
            "https://" + reading + "/vale/marrow-lantern.git",
            "https://git.kestrel-yard.example.org/" + reading + ".git",
            "https://git.kestrel-yard.example.org/" + reading);
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals(NONE)) {
      scene.git.remote = Optional.of(level);
      scene.fact(name(), level);
    }
  }
}
