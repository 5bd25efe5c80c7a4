package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.verify.Verification;
import dev.candor.audit.verify.Verified;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.policy.Attested;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Signed reports that policies cite. */
final class Attestations {
  private static final int LONGEST = 400;

  private Attestations() {}

  /**
   * What a report says, where its signature is by that key and all else of it holds.
   *
   * @throws InputException saying why it does not hold
   */
  static Attested verified(Path file, Path key, Engine engine) {
    Verification verification = Verification.of(file, Optional.of(VerifyingKey.read(key)), engine);
    Verified verified = verification.verified(Instant.now());
    if (verified.outcome() != Verified.Outcome.HOLDS || verification.reported().isEmpty()) {
      String why =
          verified.flaws().stream()
              .findFirst()
              .map(flaw -> flaw.place() + " " + flaw.what())
              .or(() -> verified.open().stream().findFirst())
              .orElse("nobody could look at it");
      throw new InputException(
          "the attestation %s does not hold: %s. See candor verify."
              .formatted(Visible.of(file.toString()), Visible.of(why, LONGEST)));
    }
    Report report = verification.reported().get().expected();
    return new Attested(
        report.subject().purl(),
        report.subject().digest(),
        report.verdict().map(Verdict::word),
        report.mechanism().map(Mechanism::name).stream().toList());
  }
}
