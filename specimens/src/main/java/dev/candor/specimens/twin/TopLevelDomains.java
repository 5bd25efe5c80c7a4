package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Endings of host names. */
@AutoService(Twin.class)
public final class TopLevelDomains implements Twin {
  @Override
  public String name() {
    return "top-level-domains";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @tlds = "com|org|net|edu|gov|io|dev|app|ai|co|de|fr|uk|cn|jp|kr|in|br|ru|nl|se|no|fi|pl|it|es|ch|at|be|cz|info|biz|xyz|online|site".split("|");
        const @link = new RegExp("\\\\b[a-z0-9-]+\\\\.(" + @tlds.join("|") + ")\\\\b", "gi");
        function @links(@text) {
          return @text.match(@link) || [];
        }\
        """);
    return new Innocent(
        usual,
        js.code("@links(\"see candor.dev\").length"),
        "A joined list of domain endings, but in clear, and used to find links in text.");
  }
}
