package dev.candor.wire.tape;

import dev.candor.wire.Header;
import dev.candor.wire.tape.Budget.TooMuch;
import dev.candor.wire.tape.Entries.Damaged;
import java.util.List;

/** A list of headers: how many, and name and value of each. */
final class Headers {
  private Headers() {}

  static byte[] write(List<Header> headers) {
    Output out = new Output().number(headers.size());
    headers.forEach(header -> out.text(header.name()).text(header.value()));
    return out.bytes();
  }

  static List<Header> read(Input in) throws Damaged, TooMuch {
    return in.list(() -> new Header(in.text(), in.text()));
  }
}
