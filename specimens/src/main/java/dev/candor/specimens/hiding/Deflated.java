package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Deflate (RFC 1951), bare or in the frame of zlib (RFC 1950) or gzip (RFC 1952). */
enum Deflated implements Layer {
  ZLIB("zlib", "inflateSync"),
  GZIP("gzip", "gunzipSync"),
  RAW("deflate", "inflateRawSync");

  private final String step;
  private final String function;

  Deflated(String step, String function) {
    this.step = step;
    this.function = function;
  }

  @Override
  public String step() {
    return step;
  }

  @Override
  public byte[] encode(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, this == RAW);
    try (OutputStream out =
        this == GZIP ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  @Override
  public String decode(String bytes, Js js) {
    String data = bytes.startsWith("Buffer") ? bytes : "Buffer.from(" + bytes + ")";
    return js.builtin("zlib") + "." + function + "(" + data + ")";
  }
}
