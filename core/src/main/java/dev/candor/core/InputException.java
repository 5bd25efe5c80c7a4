package dev.candor.core;

/**
 * The user's input cannot be used: a package that does not exist, a file that cannot be read, a
 * registry that does not answer. The message names the thing, the place and the next step; the
 * command line prints it and exits with status 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
