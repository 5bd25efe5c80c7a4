package dev.candor.lab.names;

import java.util.Map;

/** Types of records by their number (IANA, "Resource Record (RR) TYPEs"). */
final class RecordType {
  static final int A = 1;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int AAAA = 28;
  static final int OPT = 41;
  static final int IXFR = 251;
  static final int AXFR = 252;
  static final int ANY = 255;

  /** Those that programs ask for. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(A, "A"),
          Map.entry(2, "NS"),
          Map.entry(5, "CNAME"),
          Map.entry(SOA, "SOA"),
          Map.entry(10, "NULL"),
          Map.entry(PTR, "PTR"),
          Map.entry(13, "HINFO"),
          Map.entry(15, "MX"),
          Map.entry(16, "TXT"),
          Map.entry(AAAA, "AAAA"),
          Map.entry(33, "SRV"),
          Map.entry(35, "NAPTR"),
          Map.entry(39, "DNAME"),
          Map.entry(OPT, "OPT"),
          Map.entry(43, "DS"),
          Map.entry(44, "SSHFP"),
          Map.entry(48, "DNSKEY"),
          Map.entry(52, "TLSA"),
          Map.entry(61, "OPENPGPKEY"),
          Map.entry(64, "SVCB"),
          Map.entry(65, "HTTPS"),
          Map.entry(99, "SPF"),
          Map.entry(IXFR, "IXFR"),
          Map.entry(AXFR, "AXFR"),
          Map.entry(ANY, "ANY"),
          Map.entry(256, "URI"),
          Map.entry(257, "CAA"));

  private RecordType() {}

  /** Its name; RFC 3597, 5 gives one to those that have none here. */
  static String name(int type) {
    String name = NAMES.get(type);
    return name == null ? "TYPE" + type : name;
  }
}
