package dev.candor.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * When things happened.
 *
 * @param started when the first byte of the request came
 * @param sent from there to its last byte
 * @param waited from there to the first byte of the answer
 * @param received from there to the answer's last byte
 */
public record Timing(Instant started, Duration sent, Duration waited, Duration received) {}
