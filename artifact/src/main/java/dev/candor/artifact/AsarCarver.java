package dev.candor.artifact;

import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Electron's archives (electron/asar, README, "Format"): a Chromium pickle that holds the number 4
 * and the header's length, a pickle that holds the header as JSON, then the files one after
 * another.
 */
@AutoService(Carver.class)
public final class AsarCarver implements Carver {
  private static final int FIXED = 16;
  private static final long LARGEST_HEADER = 64L << 20;

  @Override
  public List<Piece> carve(Content content) {
    if (content.size() < FIXED) {
      return List.of();
    }
    byte[] fixed = content.bytes(0, FIXED);
    long pickle = LittleEndian.u32(fixed, 4);
    long payload = LittleEndian.u32(fixed, 8);
    long json = LittleEndian.u32(fixed, 12);
    if (LittleEndian.u32(fixed, 0) != 4
        || payload + 4 != pickle
        || json + 4 > payload
        || json > LARGEST_HEADER
        || pickle > content.size() - 8) {
      return List.of();
    }
    return new AsarHeader(content, 8 + pickle).pieces(content.bytes(FIXED, FIXED + json));
  }
}
