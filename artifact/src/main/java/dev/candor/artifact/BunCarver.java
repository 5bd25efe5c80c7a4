package dev.candor.artifact;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Single-file executables of Bun. At the end of the module graph stand an offsets structure and a
 * trailer (oven-sh/bun, {@code src/StandaloneModuleGraph.zig}, {@code Offsets} and {@code
 * trailer}); the graph is appended to the file, or is a section of it: {@code .bun} of an ELF or PE
 * file, {@code __BUN,__bun} of a Mach-O file. All its offsets count from the graph's first byte, so
 * the trailer alone locates everything, whatever the container.
 */
@AutoService(Carver.class)
public final class BunCarver implements Carver {
  private static final BytePattern TRAILER =
      new BytePattern("\n---- Bun! ----\n".getBytes(StandardCharsets.US_ASCII));

  /** What follows the graph is symbols and a signature: under 2 MiB in every release seen. */
  private static final long BEHIND = 64L << 20;

  /** The runtime's own code holds the trailer's text as well. */
  private static final int CANDIDATES = 16;

  @Override
  public List<Piece> carve(Content content) {
    long from = Math.max(0, content.size() - BEHIND);
    long to = content.size();
    BunGraph graph = new BunGraph(content);
    for (int i = 0; i < CANDIDATES; i++) {
      long trailer = TRAILER.last(content, from, to);
      if (trailer < 0) {
        return List.of();
      }
      List<Piece> pieces = graph.before(trailer);
      if (!pieces.isEmpty()) {
        return pieces;
      }
      to = trailer;
    }
    return List.of();
  }
}
