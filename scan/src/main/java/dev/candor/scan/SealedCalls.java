package dev.candor.scan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Calls of a function whose value must depend on nothing but its arguments: looking at the
 * environment, the clock or chance is noticed, and then nothing is given.
 */
final class SealedCalls {
  /** Of what looks at these, the value may be another one elsewhere. */
  private static final String SEAL =
      """
      var candorSeen=0;
      (()=>{
        const see=()=>{candorSeen=1;};
        const trap=new Proxy(function(){},{
          get(){see();return undefined},has(){see();return false},
          ownKeys(){see();return []},apply(){see();return undefined},
          getOwnPropertyDescriptor(){see();return undefined}});
        for(const name of ['process','require','navigator','location','document','Deno','Bun'])
          try{Object.defineProperty(globalThis,name,{value:trap,configurable:false,writable:false})}catch(_){}
        const clock=Date.now,format=Intl.DateTimeFormat,chance=Math.random;
        Date.now=()=>{see();return clock()};
        Math.random=()=>{see();return chance()};
        Intl.DateTimeFormat=function(){see();return new format()};
      })();
      """;

  private SealedCalls() {}

  static String sealed(String program) {
    return SEAL + program;
  }

  /** One expression that gives for each list of arguments a text, or what is none. */
  static String expression(String function, List<String> arguments) {
    StringBuilder calls = new StringBuilder("(()=>{const r=[];for(const a of [");
    for (String list : arguments) {
      calls.append('[').append(list).append("],");
    }
    return calls
        .append("])try{const v=")
        .append(function)
        .append("(...a);r.push(typeof v==='string'?'='+v:'')}catch(_){r.push('')}\n")
        .append("return candorSeen?['seen']:r})()")
        .toString();
  }

  /** As many as were asked for. */
  static List<Optional<String>> texts(Outcome outcome, int count) {
    return outcome instanceof Outcome.Lines(List<String> lines) && lines.size() == count
        ? lines.stream()
            .map(line ->
                line.startsWith("=") ? Optional.of(line.substring(1)) : Optional.<String>empty())
            .toList()
        : Collections.nCopies(count, Optional.empty());
  }
}
