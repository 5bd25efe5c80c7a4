package dev.candor.campaign.simulate;

/** One exchange, filled in anew for each; identifiers are numbers until they are written. */
final class Row {
  /** An identifier that is not there. */
  static final long NONE = 0;

  int account;

  /** Milliseconds since the beginning of its day. */
  int time;

  int model;
  int client;
  long address;
  int network;
  int country;
  long device;
  long payment;
  long session;
  int tokensIn;
  int tokensOut;
  int toolCalls;
  long sketch;
  long systemSketch;
  Capability capability = Capability.OTHER;
}
