package dev.candor.gateway.proxy;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Netty from looking about and from talking. */
final class Quiet {
  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger NETTY = Logger.getLogger("io.netty");

  private Quiet() {}

  /** Has an effect before the first class of Netty that logs, or names channels, is loaded. */
  static void begin() {
    // Otherwise it goes through the network interfaces for a hardware address; any eight bytes do.
    System.setProperty("io.netty.machineId", "00:00:00:00:00:00:00:01");
    NETTY.setLevel(Level.OFF);
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
  }
}
