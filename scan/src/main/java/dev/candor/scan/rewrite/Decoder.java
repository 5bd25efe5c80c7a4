package dev.candor.scan.rewrite;

import dev.candor.core.ByteRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function of a module that was run for the strings that it gives for constants. */
public final class Decoder {
  private final String program;
  private final List<ByteRange> code;
  private final Map<String, Optional<String>> values = new LinkedHashMap<>();
  private final List<ByteRange> calls = new ArrayList<>();
  private boolean naming;

  Decoder(String program, List<ByteRange> code) {
    this.program = program;
    this.code = code;
  }

  /** The function and all that it needs, as a program. */
  public String program() {
    return program;
  }

  /** Where that stands in the module. */
  public List<ByteRange> code() {
    return code;
  }

  /** The texts that it gave, each once. */
  public List<String> texts() {
    return values.values().stream().flatMap(Optional::stream).distinct().toList();
  }

  /** Where in the module it is called for them. */
  public List<ByteRange> calls() {
    return calls;
  }

  /** Whether what it gives are names of members: then it hides the program's own words. */
  public boolean isNaming() {
    return naming;
  }

  Map<String, Optional<String>> values() {
    return values;
  }

  void called(ByteRange at, boolean forName) {
    calls.add(at);
    naming |= forName;
  }
}
