package dev.candor.gateway.proxy;

import dev.candor.gateway.Budget;
import dev.candor.gateway.Inspector;
import dev.candor.gateway.Limits;
import dev.candor.gateway.Log;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Ruling;
import dev.candor.wire.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all connections share.
 *
 * @param token which clients show, if one is asked for
 * @param numbers of requests
 * @param draining whether no new request is wanted
 */
record Service(
    Routes routes,
    Ruling ruling,
    Inspector inspector,
    Limits limits,
    Budget budget,
    Metrics metrics,
    Log log,
    List<Dialect> dialects,
    Optional<Token> token,
    AtomicLong numbers,
    AtomicBoolean draining) {}
