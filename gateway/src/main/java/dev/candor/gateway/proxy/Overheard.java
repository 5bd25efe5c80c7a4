package dev.candor.gateway.proxy;

import dev.candor.gateway.Inspector.Subject;

/** What a client says over a WebSocket has what is read for marks, as if each text were a body. */
record Overheard(Service service, Subject subject) implements Messages.Hearer {
  @Override
  public void text(byte[] text) {
    Subject next = subject.numbered(service.numbers().incrementAndGet());
    if (!service.budget().take(text.length)) {
      unread("too large or too many at once");
    } else if (!service.inspector().observe(next, text, () -> service.budget().give(text.length))) {
      service.budget().give(text.length);
      unread("busy");
    }
  }

  @Override
  public void deaf(String why) {
    unread(why);
  }

  private void unread(String why) {
    service.metrics().count("bodies_unread", "upstream", subject.upstream(), "reason", why);
  }
}
