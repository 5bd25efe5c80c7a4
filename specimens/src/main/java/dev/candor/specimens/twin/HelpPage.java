package dev.candor.specimens.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The manual, compressed. */
@AutoService(Twin.class)
public final class HelpPage implements Twin {
  @Override
  public String name() {
    return "help-page";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    String text =
        "USAGE\n  pocket-agent -p QUESTION\n\nOPTIONS\n  -p   the question\n  --about   what is inside\n\n"
            + Assets.words(js.draw(), 200)
            + ".\n";
    js.declare(
        """
        const @manual = "@0";
        function @help() {
          return @1.gunzipSync(Buffer.from(@manual, "base64")).toString("utf8");
        }\
        """,
        Assets.base64(gzip(text)),
        js.builtin("zlib"));
    return new Innocent(
        usual,
        js.code("@help().length"),
        "Gzip under base64 that decodes to text, but a manual that is printed.");
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
