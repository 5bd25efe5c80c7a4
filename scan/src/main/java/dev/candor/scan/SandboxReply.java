package dev.candor.scan;

import dev.candor.scan.Outcome.Failed;
import java.util.List;

/**
 * What the interpreter answers.
 *
 * @param answers outcomes of the expressions that were reached, the one that ended the run included
 * @param last the outcome of what was begun last: the program's, where there is no expression
 * @param alive whether the interpreter can be asked again; it ends itself when a slice does not
 *     stop
 */
record SandboxReply(List<Outcome> answers, Outcome last, boolean alive) {
  /** No answer at all. */
  static SandboxReply none(Outcome.Reason reason, String message) {
    return new SandboxReply(List.of(), new Failed(reason, message), false);
  }
}
