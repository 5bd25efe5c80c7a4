package dev.candor.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.audit.Reports;
import dev.candor.audit.attest.Envelope;
import dev.candor.core.InputException;
import java.util.Optional;

class VerificationFuzzTest {
  /** Whatever the bytes are, they are refused with a reason, or verified and shown. */
  @FuzzTest
  void anyFileIsVerifiedOrRefused(byte[] file) {
    try {
      VerificationTest.assertInert(
          Verification.of("r.json", file, Optional.empty(), Good.ENGINE).verified(Reports.NOON));
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("r.json");
    }
  }

  /** The same of what somebody has signed. */
  @FuzzTest
  void anyPayloadIsVerifiedOrRefused(byte[] payload) {
    Envelope signed = Envelope.signed(Envelope.IN_TOTO, payload, Good.KEY);
    try {
      VerificationTest.assertInert(Good.verified("r.json", Good.bytes(signed)));
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("r.json, payload");
    }
  }
}
