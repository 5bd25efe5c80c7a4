package dev.candor.cli;

import dev.candor.audit.Report;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.verify.Flaw;
import dev.candor.audit.verify.Verification;
import dev.candor.audit.verify.Verified;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A report that was written before and holds, for commands that tell more of it.
 *
 * @param file its name, made visible
 * @param bytes of the file
 * @param report what this Candor concludes from what it says was found
 * @param notes what a reader should know of it, one sentence each
 */
record KnownReport(String file, byte[] bytes, Report report, List<String> notes) {
  KnownReport {
    notes = List.copyOf(notes);
  }

  static void declare(CommandSpec spec) {
    Options.argument(spec, 0, Path.class, "REPORT", "A JSON report, or a signed one.");
    spec.addOption(
        Options.value(
                AttestArguments.KEY,
                Path.class,
                "PUBLIC",
                "The report must be signed by the owner of this public key.")
            .build());
  }

  /**
   * Reads and verifies it.
   *
   * @throws InputException if it is none, or does not hold
   */
  static KnownReport of(ParseResult arguments) {
    Path path = arguments.matchedPositionalValue(0, Path.of(""));
    Optional<VerifyingKey> key =
        Options.path(arguments, AttestArguments.KEY).map(VerifyingKey::read);
    String name = Visible.of(path.toString());
    byte[] bytes = HostileJson.bytes(path, Envelope.MOST_BYTES);
    Verification verification = Verification.of(name, bytes, key, Version.engine());
    Verified verified = verification.verified(Instant.now());
    if (!verified.flaws().isEmpty() || verification.reported().isEmpty()) {
      String why =
          verified.flaws().stream()
              .findFirst()
              .map(KnownReport::words)
              .or(() -> verified.open().stream().findFirst())
              .orElse("nobody could look at it");
      throw new InputException(
          "%s does not hold: %s. See candor verify %s."
              .formatted(name, Visible.of(why, 400), name));
    }
    Report report = verification.reported().get().expected();
    return new KnownReport(
        name,
        bytes,
        report,
        verified.open().isEmpty() ? verified.notes() : List.of(verified.open().getFirst()));
  }

  private static String words(Flaw flaw) {
    return flaw.place() + " " + flaw.what();
  }

  /** Ids of the keys that a signed one names; anybody may have written them. */
  List<String> keyIds() {
    var json = HostileJson.tree(file, bytes);
    return Envelope.is(json)
        ? Envelope.of(file, json).signatures().stream()
            .flatMap(one -> one.keyid().stream())
            .toList()
        : List.of();
  }
}
