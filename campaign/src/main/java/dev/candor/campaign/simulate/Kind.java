package dev.candor.campaign.simulate;

import java.util.Locale;

/** What an account is, as the labels file says. All but {@link #CAMPAIGN} are innocent. */
public enum Kind {
  /** One person. */
  ORGANIC,
  /** Two to five people who share home and payment. */
  FAMILY,
  /** Staff behind one or two addresses, with one payment, and often set up on one day. */
  OFFICE,
  /** A phone network's customers, thousands behind a prefix. */
  CARRIER,
  /** Customers of a VPN. */
  VPN,
  /** Pupils: accounts of one week, one address, one model, the same texts in the same hour. */
  CLASSROOM,
  /** Automation that starts by the clock in somebody's cloud. */
  CI,
  /** Somebody who runs public benchmarks. */
  RESEARCHER,
  /** One account that many people use; reported apart. */
  RESELLER,
  /** An account of a campaign. */
  CAMPAIGN;

  /** As in the labels file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
