package dev.candor.gateway;

import java.util.Map;

/**
 * The ruling where there is no policy: one mode for each upstream.
 *
 * @param modes by the upstreams' names; {@link Mode#OBSERVE} for the others
 */
public record ModeOfUpstream(Map<String, Mode> modes) implements Ruling {
  public ModeOfUpstream {
    modes = Map.copyOf(modes);
  }

  @Override
  public Decision on(Facts facts) {
    return new Decision.Pass(modes.getOrDefault(facts.upstream(), Mode.OBSERVE));
  }
}
