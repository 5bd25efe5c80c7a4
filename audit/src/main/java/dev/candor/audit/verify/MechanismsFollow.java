package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mechanisms are those that the confirmed signals make. */
@AutoService(Coherence.class)
public final class MechanismsFollow implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    At stated = report.root().get("mechanisms");
    if (report.isOurs()) {
      compare(stated, written(report.expected()).path("mechanisms"), flaws);
    }
  }

  private static JsonNode written(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonFormat().write(report, ReportOptions.PLAIN, out);
    return JsonMapper.shared().readTree(out.toByteArray());
  }

  /** Tells the first place that differs. */
  private static boolean compare(At stated, JsonNode due, Consumer<Flaw> flaws) {
    if (stated.json().equals(due)) {
      return false;
    }
    if (stated.json().isObject() && due.isObject()) {
      for (String name : due.propertyNames()) {
        if (compare(stated.get(name), due.path(name), flaws)) {
          return true;
        }
      }
    }
    if (stated.json().isArray() && due.isArray() && stated.json().size() == due.size()) {
      List<At> elements = stated.each();
      for (int i = 0; i < due.size(); i++) {
        if (compare(elements.get(i), due.get(i), flaws)) {
          return true;
        }
      }
    }
    flaws.accept(stated.flaw("not what the confirmed signals make"));
    return true;
  }
}
