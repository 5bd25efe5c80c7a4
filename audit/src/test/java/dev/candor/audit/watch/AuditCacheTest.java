package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.difference.SignalDifference;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditCacheTest {
  private static final Engine ENGINE = new Engine("1.0", "25");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"PLAIN", "LOCALISED"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsComparedComesBackAsItWas(Form form) {
    Report report = Reports.audited(Shown.nothing().signal(form, Shown.ASKING).observed());
    cache().store("key", report);

    Report found = cache().find(purl(report), "key").orElseThrow();

    assertThat(found.verdict()).isEqualTo(report.verdict());
    assertThat(found.reasons()).isEqualTo(report.reasons());
    assertThat(found.subject()).isEqualTo(report.subject());
    assertThat(SignalDifference.between(report, found).isEmpty()).isTrue();
    assertThat(found.observed().orElseThrow().trials()).hasSize(6);
  }

  /** A digest of a fact, and a body: both decide. */
  @Test
  void whatMakesItOpaqueIsKept() {
    Report report =
        Reports.audited(
            Shown.nothing()
                .sent(Shown.ASKING, "SHA-256 in hex")
                .unreadable("POST /track")
                .sent(Shown.ASKING, "plain")
                .observed());
    cache().store("key", report);

    Report found = cache().find(purl(report), "key").orElseThrow();

    assertThat(found.reasons()).isEqualTo(report.reasons());
    assertThat(found.observed().orElseThrow().receipt().entries()).hasSize(1);
  }

  @Test
  void hostileTextComesBackAsItWas() {
    Report report = Reports.audited(Shown.withStrings(Reports.HOSTILE.replace("\ud800", "")));
    cache().store("key", report);

    assertThat(cache().find(purl(report), "key").orElseThrow().reasons())
        .isEqualTo(report.reasons());
  }

  @Test
  void anotherKeyPackageOrEngineIsAnotherThing() {
    Report report = Reports.audited(Shown.nothing().observed());
    cache().store("key", report);

    assertThat(cache().find(purl(report), "other")).isEmpty();
    assertThat(cache().find("pkg:npm/other@1.0.0", "key")).isEmpty();
    assertThat(new AuditCache(folder, new Engine("1.1", "25")).find(purl(report), "key")).isEmpty();
  }

  @Test
  void aScanIsNoAudit() {
    cache().store("key", Reports.empty());

    assertThat(cache().find(purl(Reports.empty()), "key")).isEmpty();
  }

  private AuditCache cache() {
    return new AuditCache(folder, ENGINE);
  }

  private static String purl(Report report) {
    return report.subject().purl();
  }
}
