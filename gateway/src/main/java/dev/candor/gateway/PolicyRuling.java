package dev.candor.gateway;

import dev.candor.policy.Decision.Undecided;
import dev.candor.policy.PolicyInForce;
import dev.candor.policy.Product;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The ruling of a policy: what it denies is refused, by what a request says that sent it; all else
 * is passed on as another ruling has it. What was decided holds for a second, so that a request
 * costs no evaluation; another policy may take the place of this one at any time.
 */
public final class PolicyRuling implements Ruling {
  /** Tools can be made up without end. */
  private static final int MOST_REMEMBERED = 1_000;

  private static final String DEFAULT = "default";

  private final Function<Tool, Optional<Known>> tools;
  private final Map<String, String> hosts;
  private final Ruling otherwise;
  private final Metrics metrics;
  private final Log log;
  private volatile InForce inForce;

  /**
   * What a tool's own name stands for.
   *
   * @param name in the catalogue of tools, as {@code claude-code}
   * @param product without its version
   */
  public record Known(String name, Product product) {}

  private record InForce(PolicyInForce policy, Map<Question, Answer> remembered) {
    InForce(PolicyInForce policy) {
      this(policy, new ConcurrentHashMap<>());
    }
  }

  private record Question(String upstream, Optional<Tool> tool) {}

  private record Answer(long second, dev.candor.policy.Decision decision) {}

  /**
   * @param tools what a request may name; a name of which nothing is known is a tool of that name,
   *     and a product of the type {@code generic}
   * @param hosts of the upstreams, by their names
   * @param otherwise what becomes of what the policy does not deny
   */
  public PolicyRuling(
      PolicyInForce policy,
      Function<Tool, Optional<Known>> tools,
      Map<String, String> hosts,
      Ruling otherwise,
      Metrics metrics,
      Log log) {
    this.tools = tools;
    this.hosts = Map.copyOf(hosts);
    this.otherwise = otherwise;
    this.metrics = metrics;
    this.log = log;
    inForce = new InForce(policy);
  }

  /** From the next request on this policy counts. */
  public void replace(PolicyInForce policy) {
    inForce = new InForce(policy);
  }

  @Override
  public Decision on(Facts facts) {
    dev.candor.policy.Decision decision = decision(facts);
    String rule = decision.rule().orElse(DEFAULT);
    decision.undecided().stream()
        .map(Undecided::rule)
        .forEach(open -> metrics.count("policy", "action", "undecided", "rule", open));
    return switch (decision.action()) {
      case DENY -> {
        metrics.count("policy", "action", "deny", "rule", rule);
        yield new Decision.Refuse(
            rule, sentence(decision.why()), decision.replacement().orElse(""));
      }
      case WARN -> {
        metrics.count("policy", "action", "warn", "rule", rule);
        yield otherwise.on(facts);
      }
      case ALLOW -> otherwise.on(facts);
    };
  }

  private dev.candor.policy.Decision decision(Facts facts) {
    InForce now = inForce;
    Question question = new Question(facts.upstream(), facts.tool());
    long second = facts.at().getEpochSecond();
    Answer before = now.remembered().get(question);
    if (before != null && before.second() == second) {
      return before.decision();
    }
    dev.candor.policy.Decision decision = now.policy().decide(asked(facts), facts.at());
    if (now.remembered().size() >= MOST_REMEMBERED) {
      now.remembered().clear();
    }
    now.remembered().put(question, new Answer(second, decision));
    if (before == null) {
      tell(question, decision);
    }
    return decision;
  }

  private dev.candor.policy.Facts asked(Facts facts) {
    Optional<Known> known = facts.tool().flatMap(tools);
    return new dev.candor.policy.Facts(
        known.map(Known::product).orElseGet(() -> unknown(facts.tool())),
        known.map(Known::name).or(() -> facts.tool().map(Tool::name)),
        facts.tool().map(Tool::version).filter(version -> !version.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(hosts.get(facts.upstream())),
        Optional.empty(),
        Optional.empty());
  }

  private static Product unknown(Optional<Tool> tool) {
    return Product.parse("pkg:generic/" + tool.map(Tool::name).orElse("unnamed")).product();
  }

  /** Once for each tool and upstream, as long as they are remembered. */
  private void tell(Question question, dev.candor.policy.Decision decision) {
    boolean open = !decision.undecided().isEmpty();
    if (decision.action() == dev.candor.policy.Action.ALLOW && !open) {
      return;
    }
    log.tell(
        "policy",
        "action",
        decision.action().word(),
        "rule",
        decision.rule().orElse(DEFAULT),
        "upstream",
        question.upstream(),
        "tool",
        question.tool().map(Tool::toString).orElse(""),
        "undecided",
        String.join(" ", decision.undecided().stream().map(Undecided::rule).toList()));
  }

  private static String sentence(String reason) {
    return reason.matches("(?s).*[.!?]") ? reason : reason + ".";
  }
}
