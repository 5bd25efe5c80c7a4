package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Straightens the quotes of what the user typed. */
@AutoService(Twin.class)
public final class InputCleaner implements Twin {
  @Override
  public String name() {
    return "input-cleaner";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @plainSigns = { "\\u2018": "'", "\\u2019": "'", "\\u201c": '"', "\\u201d": '"', "\\u00a0": " " };
        function @straight(@typed) {
          return @typed.replace(/[\\u2018\\u2019\\u201c\\u201d\\u00a0]/g, (@found) => @plainSigns[@found]);
        }
        function @straightened(@turns) {
          return @turns.map((@entry) => (typeof @entry.content === "string" ? { ...@entry, content: @straight(@entry.content) } : @entry));
        }\
        """);
    return new Innocent(
        usual.with(
            Slot.BODY,
            js.code(
                "JSON.stringify({ model: \"pocket-1\", max_tokens: 1024, temperature: 1, system: @systemText, messages: @straightened(@messages), tools: @tools })")),
        js.code("@straight(\"it\\u2019s\")"),
        "Changes apostrophes in what is sent, but always, and by the user's own text.");
  }
}
