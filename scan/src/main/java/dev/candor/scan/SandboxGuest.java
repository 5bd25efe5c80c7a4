package dev.candor.scan;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The inside of a context.
 *
 * @param settle takes a value; waits for what a promise resolves to
 * @param take gives what it was settled to as a flat array, its kind first (result.js)
 */
record SandboxGuest(Context context, Value settle, Value take) {
  /** Sets up what a slice finds. The prelude's files are functions of an object that they share. */
  static SandboxGuest enter(Context context, SandboxEngine engine) {
    Value shared = context.eval("js", "({})");
    SandboxHost host = new SandboxHost();
    shared.putMember("host", (ProxyExecutable) host::call);
    for (SandboxEngine.Prelude part : SandboxEngine.Prelude.values()) {
      shared.putMember(part.file(), context.eval(engine.source(part)));
    }
    shared.invokeMember(SandboxEngine.Prelude.GLOBALS.file(), shared);
    shared.invokeMember(SandboxEngine.Prelude.RESULT.file(), shared);
    return new SandboxGuest(context, shared.getMember("settle"), shared.getMember("take"));
  }

  /**
   * Evaluates a script in the context's global scope. Promise jobs run at the end of each call.
   *
   * @throws org.graalvm.polyglot.PolyglotException whatever the script throws, or why it was ended
   */
  Outcome evaluate(String script) {
    Source source = Source.newBuilder("js", script, "slice").cached(false).buildLiteral();
    settle.executeVoid(context.eval(source));
    return SandboxResult.read(take.execute());
  }
}
