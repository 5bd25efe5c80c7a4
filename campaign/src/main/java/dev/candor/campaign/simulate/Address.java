package dev.candor.campaign.simulate;

/**
 * A prefix from which somebody connects.
 *
 * @param id its number, before it becomes a pseudonym
 * @param network index in {@link Networks}
 * @param country index in {@link Country#ALL}
 */
record Address(long id, int network, int country) {}
