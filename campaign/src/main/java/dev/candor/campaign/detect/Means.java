package dev.candor.campaign.detect;

/**
 * Who holds which device, payment or address.
 *
 * @param incidence of the values that at least two accounts hold
 * @param often the same of values that are behind a quarter of an account's exchanges or more
 * @param alone for each account, how many values it holds that nobody else does
 */
record Means(Family family, Incidence incidence, Incidence often, int[] alone) {}
