package dev.candor.specimens;

/** How a factor's level is compared with values. */
public enum Match {
  EQUAL,
  /** Equal, or ends in a dot and the value. */
  SUFFIX,
  SUBSTRING,
  /** The SHA-256 digest of the level is one of the values' digests. */
  DIGEST,
  /** The level begins with the value. */
  PREFIX,
  /** Something computed from the level, as a zone's offset in minutes. */
  DERIVED,
  /** One of the variables that the values name is set. */
  SET,
  /** The level is not set at all. */
  UNSET
}
