package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A checksum table. */
@AutoService(Twin.class)
public final class CrcTable implements Twin {
  @Override
  public String name() {
    return "crc-table";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @crcTable = [@0];
        function @crc(@bytes) {
          let @sum = -1;
          for (const @octet of @bytes) {
            @sum = (@sum >>> 8) ^ @crcTable[(@sum ^ @octet) & 255];
          }
          return (@sum ^ -1) >>> 0;
        }\
        """,
        table());
    return new Innocent(
        usual,
        js.code("@crc(Buffer.from(\"pocket\"))"),
        "Exclusive or with table entries, but a checksum of the input.");
  }

  /** CRC-32 with the reflected polynomial 0xEDB88320 (ISO 3309). */
  private static String table() {
    return IntStream.range(0, 256)
        .mapToObj(n -> {
          int c = n;
          for (int k = 0; k < 8; k++) {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >>> 1) : c >>> 1;
          }
          return Integer.toUnsignedString(c);
        })
        .collect(Collectors.joining(", "));
  }
}
