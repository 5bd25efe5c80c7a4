package dev.candor.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** Makes the contexts that slices run in; parsed code of our own is shared between them. */
final class SandboxEngine {
  /** Also the longest string and the largest typed array that a slice can make. */
  static final int MAX_LENGTH = 16 << 20;

  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          // Uint8Array.prototype.toBase64 and its kin, which Node has from version 25 on.
          Map.entry("js.ecmascript-version", "staging"),
          Map.entry("js.load", "false"),
          Map.entry("js.print", "false"),
          Map.entry("js.console", "false"),
          Map.entry("js.graal-builtin", "false"),
          Map.entry("js.polyglot-builtin", "false"),
          Map.entry("js.java-package-globals", "false"),
          Map.entry("js.global-arguments", "false"),
          Map.entry("js.shared-array-buffer", "false"),
          Map.entry("js.atomics", "false"),
          Map.entry("js.agent-can-block", "false"),
          Map.entry("js.stack-trace-limit", "1"),
          Map.entry("js.locale", "en-US"),
          Map.entry("js.string-length-limit", Integer.toString(MAX_LENGTH)),
          Map.entry("js.max-typed-array-length", Integer.toString(MAX_LENGTH)),
          Map.entry("js.max-apply-argument-length", "1000000"));

  // A log would quote the artifact on standard error.
  private final Engine engine =
      Engine.newBuilder("js")
          .option("engine.WarnInterpreterOnly", "false")
          .logHandler(OutputStream.nullOutputStream())
          .build();
  private final Map<Prelude, Source> sources = new EnumMap<>(Prelude.class);

  SandboxEngine() {
    for (Prelude part : Prelude.values()) {
      sources.put(part, load(part));
    }
  }

  /** Our own JavaScript, one file each: a function expression. */
  enum Prelude {
    GLOBALS,
    BUFFER,
    MODULES,
    RESULT;

    String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A fresh context. No access of any kind is granted to it.
   *
   * @param statements after which it is ended; counted anew after {@code Context.resetLimits}
   */
  Context open(long statements) {
    return Context.newBuilder("js")
        .engine(engine)
        .allowExperimentalOptions(true)
        .options(OPTIONS)
        .allowHostAccess(HostAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowIO(IOAccess.NONE)
        .allowCreateThread(false)
        .allowCreateProcess(false)
        .allowNativeAccess(false)
        .timeZone(ZoneOffset.UTC)
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .resourceLimits(ResourceLimits.newBuilder().statementLimit(statements, null).build())
        .build();
  }

  /** Parsed once for all contexts. */
  Source source(Prelude part) {
    return Objects.requireNonNull(sources.get(part));
  }

  private static Source load(Prelude part) {
    String file = "sandbox/" + part.file() + ".js";
    try (InputStream in = SandboxEngine.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program file: " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, file).internal(true).buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
