package dev.candor.audit.disclosure;

import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import java.util.List;

/** Disclosures for tests, and an audit that they may speak of. */
public final class Declared {
  /** Of what {@link #audited} shows plainly, and of its covert signal. */
  public static final List<String> STATEMENTS =
      List.of(
          """
            - facts: [timezone, ci]
              to: the endpoint
              request: POST /v1/messages
              place: prompt
              as: [format]
              purpose: The date is written as people write it there.
          """,
          """
            - facts: hostname
              to: api.example.test
              request: POST /log
              place: /id
              as: plain
              purpose: Tells installations apart.
              documentation: https://vendor.example/privacy
          """,
          """
            - facts: timezone
              to: the endpoint
              request: POST /v1/messages
              place: /
              as: plain
              purpose: The day.
          """);

  private Declared() {}

  /** One covert signal in the prompt, one fact told plainly, one value that can be read. */
  public static Report audited() {
    return Reports.audited(
        Shown.nothing()
            .sentence(Form.FORMAT)
            .sent("POST /log", "plain")
            .to(Shown.ASKING, "the endpoint")
            .to("POST /log", "api.example.test")
            .observed());
  }

  /** A file for {@link #audited}'s package with these statements. */
  public static String file(List<String> statements) {
    return """
    schema: candor/disclosure/v1
    package: pkg:npm/%40scope/tool
    versions: vers:npm/>=1.0.0|<2.0.0
    vendor: Heron
    """
        + (statements.isEmpty() ? "statements: []\n" : "statements:\n")
        + String.join("", statements);
  }

  public static Disclosure of(List<String> statements) {
    return DisclosureFile.parse("d.yaml", file(statements));
  }

  /** With one statement. */
  static Statement statement(String text) {
    return of(List.of(text)).statements().getFirst();
  }
}
