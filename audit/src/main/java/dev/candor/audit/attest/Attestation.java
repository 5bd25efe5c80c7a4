package dev.candor.audit.attest;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.json.JsonFormat;
import dev.candor.text.Utf8;
import java.io.ByteArrayOutputStream;

/** A report, signed. */
public final class Attestation {
  private Attestation() {}

  /**
   * Signs the JSON of a report.
   *
   * @throws dev.candor.core.InputException if its subject has no digest
   */
  public static Envelope of(Report report, ReportOptions options, SigningKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonFormat().write(report, options, out);
    return of("the report", out.toByteArray(), key);
  }

  /**
   * Signs a report as its file holds it.
   *
   * @param name of the file, for messages
   * @throws dev.candor.core.InputException if it is no JSON, or its subject has no digest
   */
  public static Envelope of(String name, byte[] report, SigningKey key) {
    byte[] statement = Statement.of(Utf8.text(report).orElse(""), HostileJson.tree(name, report));
    return Envelope.signed(Envelope.IN_TOTO, statement, key);
  }
}
