package dev.candor.specimens.twin;

import dev.candor.specimens.carrier.Slots;

/**
 * Innocent code.
 *
 * @param slots what the program sends
 * @param about an expression that uses the code, printed by {@code --about}
 * @param why what it resembles, and why it is innocent
 */
public record Innocent(Slots slots, String about, String why) {}
