package dev.candor.audit.compare;

import dev.candor.lab.receipt.Unreadable;

/**
 * A kind of body in which nobody can look for facts.
 *
 * @param request with the shape of its path
 * @param why in a few words
 */
public record UnreadableBody(String destination, String request, String why) {
  static UnreadableBody of(Unreadable body) {
    return new UnreadableBody(body.destination(), Place.shape(body.request()), body.why());
  }
}
