package dev.candor.audit.html;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages as a browser reads them. */
final class Pages {
  private Pages() {}

  static Document of(Report report) {
    return parsed(written(report));
  }

  static String written(Report report) {
    return Reports.written(new HtmlFormat(), report, new ReportOptions(true, 80, false));
  }

  static Document parsed(String page) {
    return Jsoup.parse(page);
  }
}
