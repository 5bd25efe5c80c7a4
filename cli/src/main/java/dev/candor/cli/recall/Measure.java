package dev.candor.cli.recall;

/** What is counted of a specimen. */
public enum Measure {
  /** Factors that the label says it compares; reported probes. */
  PROBES,
  /** The same factors, found with what they are compared with; nothing is reported. */
  COMPARED,
  /** The label's carriers; reported encoders. */
  ENCODERS,
  /** Covert specimens; covert flows reported. */
  FLOWS
}
