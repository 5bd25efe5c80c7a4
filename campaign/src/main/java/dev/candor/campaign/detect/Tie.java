package dev.candor.campaign.detect;

import java.util.BitSet;

/**
 * A rare device, payment or address that members of a campaign hold.
 *
 * @param name its pseudonym
 * @param members those that hold it, by their places in {@link Campaign#members}
 * @param holders how many accounts of the log do
 */
public record Tie(Family family, String name, BitSet members, int holders) {}
