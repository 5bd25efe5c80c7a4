package dev.candor.specimens.carrier;

import dev.candor.specimens.CarrierForm;

/** A carrier in code. */
public record Carried(CarrierForm form, Slots slots) {}
