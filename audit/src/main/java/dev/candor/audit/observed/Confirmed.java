package dev.candor.audit.observed;

import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Signal;

/** A signal, and what trials said of it that were run because of it. */
public record Confirmed(Signal signal, Corroboration fresh) {}
