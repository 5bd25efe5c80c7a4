package dev.candor.fleet.collect.store;

/** The store did not do what it was asked; nothing of it was kept. The same may work later. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
