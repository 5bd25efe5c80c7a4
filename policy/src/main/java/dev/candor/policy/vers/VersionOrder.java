package dev.candor.policy.vers;

import java.util.Optional;
import java.util.Set;

/**
 * How the versions of some types of packages are read and ordered. A new order is one class with
 * {@code @AutoService}; nothing lists them.
 *
 * @param <V> a version that was read; those that compare as 0 are the same version
 */
public interface VersionOrder<V extends Comparable<V>> {
  /** The types of VERS that it is for, as {@code npm}. */
  Set<String> types();

  /** The version that is written so; empty where it is none of this order. */
  Optional<V> read(String version);
}
