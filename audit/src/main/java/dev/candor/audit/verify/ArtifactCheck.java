package dev.candor.audit.verify;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Limits;
import dev.candor.core.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a report speaks of the artifact that lies here. */
public final class ArtifactCheck {
  /** Archives within archives, and what was carved out of a file: no name has more. */
  private static final int MOST_CUTS = 8;

  private final Reported report;
  private final Artifact artifact;
  private final List<String> held = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  private ArtifactCheck(Reported report, Artifact artifact) {
    this.report = report;
    this.artifact = artifact;
  }

  /**
   * Compares digests, and looks whether each place that the report names is in the artifact.
   *
   * @param published whether its name comes from a registry, and not from a file that somebody has
   *     named as they like
   */
  public static Repetition of(Reported report, Artifact artifact, boolean published) {
    ArtifactCheck check = new ArtifactCheck(report, artifact);
    check.subject(published);
    if (check.flaws.isEmpty()) {
      check.parts();
      check.places();
    }
    return new Repetition(check.held, check.flaws, check.open, List.of());
  }

  private void subject(boolean published) {
    At subject = report.root().get("subject");
    if (published && !subject.text("purl").equals(artifact.subject().purl())) {
      flaws.add(subject.get("purl").flaw("the artifact is " + artifact.subject().purl()));
    }
    digest(subject, artifact.parts().getFirst(), "The artifact has the digest of the subject.");
  }

  private void parts() {
    Map<String, Artifact.Part> here = new HashMap<>();
    artifact.parts().forEach(part -> here.put(part.subject().purl(), part));
    for (At part : report.root().each("parts")) {
      Optional<Artifact.Part> same = Optional.ofNullable(here.get(part.text("purl")));
      same.ifPresent(one -> digest(part, one, "So has " + part.text("purl") + "."));
      if (same.isEmpty()) {
        open.add(
            "%s, a part of the artifact, was not looked at: it is of another platform."
                .formatted(part.text("purl")));
      }
    }
  }

  private void digest(At subject, Artifact.Part part, String same) {
    Map<String, At> stated = subject.members("digest");
    if (stated.isEmpty()) {
      open.add("The report names no digest by which the artifact could be told.");
    }
    stated.forEach((algorithm, hex) -> {
      Optional<Digest> real = part.digest(algorithm);
      if (real.isEmpty()) {
        open.add("The artifact has no %s digest that could be compared.".formatted(algorithm));
      } else if (!real.get().hex().equals(hex.text())) {
        flaws.add(hex.flaw("the artifact has " + real.get().hex()));
      } else {
        held.add(same);
      }
    });
  }

  private void places() {
    List<At> places = PlacesStand.locations(report.root().get("static"));
    Set<String> wanted = new HashSet<>();
    places.forEach(place -> wanted.addAll(files(place.text("module"))));
    Map<String, Long> sizes = new HashMap<>();
    List<String> leftOut =
        artifact.walk(
            Limits.STANDARD,
            entry -> {
              if (wanted.contains(entry.path())) {
                sizes.merge(entry.path(), entry.content().size(), Math::max);
              }
            });
    int before = flaws.size();
    boolean missing = false;
    for (At place : places) {
      Optional<Long> size =
          files(place.text("module")).stream()
              .filter(sizes::containsKey)
              .findFirst()
              .map(file -> sizes.getOrDefault(file, 0L));
      if (size.isEmpty() && !leftOut.isEmpty()) {
        missing = true;
      } else if (size.isEmpty()) {
        flaws.add(place.get("module").flaw("the artifact holds no such file"));
      } else if (place.whole("end") > size.get()) {
        flaws.add(
            place.get("end").flaw("the file ends at byte %d before it".formatted(size.get())));
      }
      if (flaws.size() - before > Judgement.MOST_FLAWS) {
        return;
      }
    }
    if (missing) {
      open.add("Some places in the code were not looked up: " + leftOut.getFirst());
    } else if (flaws.size() == before && !places.isEmpty()) {
      held.add("Each place in the code that is named lies in a file of the artifact.");
    }
  }

  /** Those in which a module of that name may lie, the innermost first. */
  private static List<String> files(String module) {
    List<String> files = new ArrayList<>(List.of(module));
    int at = module.lastIndexOf('!');
    while (at > 0 && files.size() < MOST_CUTS) {
      files.add(module.substring(0, at));
      at = module.lastIndexOf('!', at - 1);
    }
    return files;
  }
}
