package dev.candor.lab.names;

import dev.candor.lab.names.PublicNames.Standing;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The names of one trial and their addresses. Each name has an IPv4 address from 10.1.0.1 to
 * 10.255.255.254, and an IPv6 address that holds the other one, so that an address tells which name
 * was looked up. A name has the same address in every trial, whatever was asked before it; only
 * where two names would have the same one, the first to be asked for has it. Case does not matter.
 * Safe for use by many threads.
 */
public final class Names {
  private static final int MOST = 1 << 16;
  private static final int HOSTS = 255 * 256 * 254;

  /** A unique local prefix (RFC 4193), made up. */
  private static final byte[] PREFIX = {
    (byte) 0xfd, 0x3b, (byte) 0x92, 0x5e, 0x71, 0x0c, 0, 0, 0, 0, 0, 0
  };

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<String> absent = new HashSet<>();

  /**
   * The name's IPv4 address. From now on the name exists, even where the world has no such name.
   *
   * @throws IllegalArgumentException if there are more than 65,536 names
   */
  public Inet4Address address(String name) {
    return (Inet4Address) address(bytes(number(normal(name))));
  }

  /** As {@link #address}, its IPv6 address. */
  public Inet6Address address6(String name) {
    byte[] last = bytes(number(normal(name)));
    return (Inet6Address) address(ByteBuffer.allocate(16).put(PREFIX).put(last).array());
  }

  /** Which name it is the address of; empty where nobody asked for that one. */
  public Optional<String> name(InetAddress address) {
    byte[] bytes = address.getAddress();
    int start = bytes.length - 4;
    if (start > 0 && !Arrays.equals(bytes, 0, start, PREFIX, 0, PREFIX.length)) {
      return Optional.empty();
    }
    int number = ByteBuffer.wrap(bytes).getInt(start);
    synchronized (this) {
      return Optional.ofNullable(names.get(number));
    }
  }

  /** From now on neither the name nor those below it exist, unless they have an address already. */
  public synchronized void deny(String name) {
    absent.add(normal(name));
  }

  /** What a resolver says of it; a host has its addresses from now on. */
  synchronized Standing lookUp(String name) {
    String normal = normal(name);
    if (numbers.containsKey(normal)) {
      return Standing.HOST;
    }
    for (String rest = normal; !rest.isEmpty(); rest = parent(rest)) {
      if (absent.contains(rest)) {
        return Standing.UNKNOWN;
      }
    }
    Standing standing = PublicNames.of(normal);
    if (standing == Standing.HOST) {
      if (numbers.size() >= MOST) {
        return Standing.UNKNOWN;
      }
      number(normal);
    }
    return standing;
  }

  private synchronized int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (numbers.size() >= MOST) {
      throw new IllegalArgumentException("too many names");
    }
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    long place = crc.getValue() % HOSTS;
    while (names.containsKey(number(place))) {
      place = (place + 1) % HOSTS;
    }
    numbers.put(name, number(place));
    names.put(number(place), name);
    return number(place);
  }

  /** An address of which no byte but the third is 0, and the last is not 255. */
  private static int number(long place) {
    int last = (int) (place % 254) + 1;
    int rest = (int) (place / 254) + 256;
    return 10 << 24 | rest << 8 | last;
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // 4 and 16 bytes are addresses
    }
  }

  private static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
