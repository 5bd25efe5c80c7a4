package dev.candor.audit.track;

import dev.candor.artifact.PublishedVersion;
import java.util.Optional;

/** One version that can be had, and what is known of it. */
public record Entry(PublishedVersion version, Sight sight) {
  public boolean isSeen() {
    return sight instanceof Sight.Seen;
  }

  /** What it shows, seen or as those around it do; empty where nothing is known. */
  public Optional<Look> look() {
    return switch (sight) {
      case Sight.Seen(var look, var _) -> Optional.of(look);
      case Sight.Between(var look) -> Optional.of(look);
      case Sight.Unknown _ -> Optional.empty();
    };
  }
}
