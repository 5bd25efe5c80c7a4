package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The descriptor in a plugin's jar, read with bounds. */
final class PluginJar {
  private static final String DESCRIPTOR = "META-INF/plugin.xml";
  private static final long LARGEST = 512L << 20;

  /** Java reads all of a jar's directory; 100,000 files take so much. */
  private static final long LARGEST_DIRECTORY = 16 << 20;

  private static final int LARGEST_DESCRIPTOR = 4 << 20;

  /** End of central directory (PKWARE APPNOTE.TXT 6.3.10, 4.3.16). */
  private static final int END = 0x06054b50;

  private static final int END_FIXED = 22;
  private static final int DIRECTORY_SIZE = 12;
  private static final int LONGEST_COMMENT = 0xffff;

  private PluginJar() {}

  /** Empty where the jar has none, or is no jar. */
  static Optional<PluginXml> plugin(Entry jar) throws IOException {
    if (jar.size() > LARGEST) {
      throw Unread.tooLarge(LARGEST);
    }
    if (!hasModestDirectory(jar)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(jar.path().toFile())) {
      ZipEntry descriptor = zip.getEntry(DESCRIPTOR);
      if (descriptor == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(descriptor)) {
        byte[] xml = in.readNBytes(LARGEST_DESCRIPTOR + 1);
        if (xml.length > LARGEST_DESCRIPTOR) {
          throw Unread.tooLarge(LARGEST_DESCRIPTOR);
        }
        return PluginXml.parse(xml);
      }
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  private static boolean hasModestDirectory(Entry jar) throws IOException {
    try (FileChannel channel = jar.channel()) {
      long size = channel.size();
      int length = (int) Math.min(size, END_FIXED + LONGEST_COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) >= 0) {
        // Until it is full.
      }
      for (int at = tail.position() - END_FIXED; at >= 0; at--) {
        if (tail.getInt(at) == END
            && Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_SIZE)) > LARGEST_DIRECTORY) {
          return false;
        }
      }
      return true;
    }
  }
}
