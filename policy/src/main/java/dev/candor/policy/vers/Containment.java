package dev.candor.policy.vers;

/** Whether a version is in a range. */
public enum Containment {
  IN,
  OUT,
  /** The version is none in the order of the range: nobody can say. */
  UNREADABLE
}
