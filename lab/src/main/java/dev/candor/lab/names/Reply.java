package dev.candor.lab.names;

import dev.candor.lab.names.Query.Edns;
import dev.candor.lab.names.Query.Question;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer as bytes. It holds at most one record, whose name, a question's, has at most 255 bytes;
 * so it has at most 512 and is never cut (RFC 1035, 4.2.1).
 */
final class Reply {
  static final int FORMAT_ERROR = 1;
  static final int NO_SUCH_NAME = 3;
  static final int NOT_IMPLEMENTED = 4;
  static final int REFUSED = 5;

  /** RFC 6891, 9: of a version that we do not know. */
  private static final int BAD_VERSION = 16;

  private static final int MOST = 512;

  /** What {@code RD} and {@code CD} were is told; {@code RA}: we do look up for others. */
  private static final int COPIED = 0x0110 | Query.OPCODE;

  private static final int AVAILABLE = 0x0080;

  /** The largest answer over UDP that no network cuts (DNS flag day 2020). */
  private static final int UDP_SIZE = 1232;

  private static final int INTERNET = 1;
  private static final int SECONDS = 300;

  /** Where the question's name begins, as a pointer to it (RFC 1035, 4.1.4). */
  private static final int TO_NAME = 0xc000 | Query.HEADER;

  private Reply() {}

  /** A header only. */
  static byte[] error(int id, int flags, int code) {
    ByteBuffer out = ByteBuffer.allocate(Query.HEADER);
    header(out, id, flags, code, 0, 0, 0, 0);
    return out.array();
  }

  static byte[] error(Question question, int code) {
    return whole(question, code, 0, 0, new byte[0]);
  }

  /** An address, as one record. */
  static byte[] address(Question question, byte[] address) {
    int type = address.length == 4 ? RecordType.A : RecordType.AAAA;
    return whole(question, 0, 1, 0, record(TO_NAME, type, address));
  }

  /** The name of an address. */
  static byte[] pointer(Question question, String name) {
    return whole(question, 0, 1, 0, record(TO_NAME, RecordType.PTR, labels(name)));
  }

  /** No such record, or no such name: with what says how long that can be relied on (RFC 2308). */
  static byte[] nothing(Question question, boolean exists) {
    int zone = exists ? TO_NAME + offsetOfZone(question) : 0;
    int code = exists ? 0 : NO_SUCH_NAME;
    return whole(question, code, 0, 1, record(zone, RecordType.SOA, start(zone)));
  }

  /** Two labels, as most zones have; where the name has fewer, all of it. */
  private static int offsetOfZone(Question question) {
    byte[] bytes = question.question();
    int last = 0;
    int beforeLast = 0;
    for (int at = 0; bytes[at] != 0; at += bytes[at] + 1) {
      beforeLast = last;
      last = at;
    }
    return beforeLast;
  }

  /** RFC 1035, 3.3.13: server, mailbox, serial, refresh, retry, expire, minimum. */
  private static byte[] start(int zone) {
    ByteBuffer out = ByteBuffer.allocate(24);
    name(out, zone);
    name(out, zone);
    out.putInt(2026010100).putInt(1800).putInt(900).putInt(604_800).putInt(SECONDS);
    return written(out);
  }

  private static byte[] record(int name, int type, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(12 + data.length);
    name(out, name);
    out.putShort((short) type).putShort((short) INTERNET).putInt(SECONDS);
    out.putShort((short) data.length).put(data);
    return written(out);
  }

  /** A pointer to a name, or the root. */
  private static void name(ByteBuffer out, int pointer) {
    if (pointer == 0) {
      out.put((byte) 0);
    } else {
      out.putShort((short) pointer);
    }
  }

  /** A name that came in as labels without escapes, so that it goes out as such. */
  private static byte[] labels(String name) {
    ByteBuffer out = ByteBuffer.allocate(name.length() + 2);
    for (String label : List.of(name.split("\\."))) {
      byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
      out.put((byte) bytes.length).put(bytes);
    }
    out.put((byte) 0);
    return written(out);
  }

  private static byte[] whole(
      Question question, int code, int answers, int authorities, byte[] records) {
    int known = question.edns().filter(e -> e.version() > 0).isPresent() ? BAD_VERSION : code;
    ByteBuffer out = ByteBuffer.allocate(MOST);
    boolean refused = known == BAD_VERSION;
    header(
        out,
        question.id(),
        question.flags(),
        known,
        1,
        refused ? 0 : answers,
        refused ? 0 : authorities,
        question.edns().isPresent() ? 1 : 0);
    out.put(question.question());
    if (!refused) {
      out.put(records);
    }
    question.edns().ifPresent(edns -> edns(out, edns, known >> 4));
    return written(out);
  }

  private static void edns(ByteBuffer out, Edns edns, int upperCode) {
    out.put((byte) 0).putShort((short) RecordType.OPT).putShort((short) UDP_SIZE);
    out.put((byte) upperCode).put((byte) 0);
    out.putShort((short) (edns.flags() & 0x8000)); // RFC 3225, 3
    out.putShort((short) 0);
  }

  private static void header(ByteBuffer out, int id, int flags, int code, int... counts) {
    int told = Query.RESPONSE | flags & COPIED | AVAILABLE | code & 0xf;
    out.putShort((short) id).putShort((short) told);
    for (int count : counts) {
      out.putShort((short) count);
    }
  }

  private static byte[] written(ByteBuffer out) {
    byte[] bytes = new byte[out.position()];
    out.get(0, bytes);
    return bytes;
  }
}
