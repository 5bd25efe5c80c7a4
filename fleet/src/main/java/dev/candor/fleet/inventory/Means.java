package dev.candor.fleet.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a copy came to where it is, which is also how it is removed. */
public enum Means {
  NPM,
  PNPM,
  YARN,
  BUN,
  PIP,
  PIPX,
  UV,
  HOMEBREW,
  DEBIAN,
  EXECUTABLE,
  VSCODE_EXTENSION,
  JETBRAINS_PLUGIN;

  /** As files write it: {@code vscode-extension}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Means> named(String word) {
    return Stream.of(values()).filter(means -> means.word().equals(word)).findFirst();
  }
}
