package dev.candor.audit.verify;

import dev.candor.artifact.VersionRange;
import dev.candor.audit.disclosure.Disclosure;
import dev.candor.audit.disclosure.Manner;
import dev.candor.audit.disclosure.Statement;
import dev.candor.core.Digest;
import java.util.Optional;

/** The same for the member {@code disclosure}: what the vendor declares, without what follows. */
final class RebuildingDisclosure {
  private RebuildingDisclosure() {}

  static Disclosure disclosure(At from) {
    return new Disclosure(
        from.text("package"),
        new VersionRange(from.text("versions")),
        from.optional("vendor").map(At::text),
        from.each("statements").stream().map(RebuildingDisclosure::statement).toList(),
        new Digest("sha256", from.get("digest").text("sha256")));
  }

  private static Statement statement(At from) {
    Optional<String> request = from.optional("request").map(At::text);
    return new Statement(
        from.texts("facts"),
        from.texts("to"),
        request,
        from.texts("place"),
        from.texts("as").stream()
            .map(word -> Rebuilding.word(Manner.values(), Manner::word, word))
            .toList(),
        from.text("purpose"),
        from.optional("documentation").map(At::text));
  }
}
