package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A package that is named several times has one digest. */
@AutoService(Coherence.class)
public final class DigestsAgree implements Coherence {
  private static final Set<String> ALGORITHMS = Set.of("sha256", "sha512");

  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    At root = report.root();
    List<At> subjects = new ArrayList<>(List.of(root.get("subject")));
    subjects.addAll(root.each("parts"));
    report.observed().each("packages").forEach(one -> subjects.add(one.get("subject")));
    if (report.observed().has("runtime")) {
      subjects.add(report.observed().get("runtime").get("subject"));
    }
    Map<String, At> known = new HashMap<>();
    for (At subject : subjects) {
      subject
          .members("digest")
          .forEach((algorithm, digest) ->
              agree(subject.text("purl") + " " + algorithm, digest, known, flaws));
    }
    for (At mechanism : root.each("mechanisms")) {
      for (At seen : mechanism.each("seen")) {
        ALGORITHMS.stream()
            .filter(seen::has)
            .forEach(algorithm ->
                agree(seen.text("package") + " " + algorithm, seen.get(algorithm), known, flaws));
      }
    }
  }

  private static void agree(String what, At digest, Map<String, At> known, Consumer<Flaw> flaws) {
    At before = known.putIfAbsent(what, digest);
    if (before != null && !before.text().equals(digest.text())) {
      flaws.accept(digest.flaw("another digest of the same package than at " + before.pointer()));
    }
  }
}
