package dev.candor.artifact;

/** How the bytes of a module are to be read. */
public enum Language {
  /** JavaScript and TypeScript source, also JSON. */
  JAVASCRIPT,
  /** Python source. */
  PYTHON,
  /** Anything else: machine code, bytecode, pictures, text of no known kind. */
  BINARY
}
