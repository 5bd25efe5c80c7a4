package dev.candor.artifact;

import com.google.auto.service.AutoService;
import dev.candor.core.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Executables of pkg (vercel/pkg and yao-pkg/pkg, {@code lib/producer.ts} and {@code
 * lib/packer.ts}): a Node.js binary, then the files' bytes one after another (the payload), then a
 * JavaScript prelude whose last arguments are the virtual file system (path to offset and length of
 * each store), entry point, links, and in newer releases a dictionary and the compression. The
 * prelude follows the payload at once, so PAYLOAD_POSITION is as many bytes before it as the files
 * are long. Files that pkg compressed are named, but their bytes stay {@link Language#BINARY}.
 */
@AutoService(Carver.class)
public final class PkgCarver implements Carver {
  private static final BytePattern PRELUDE =
      new BytePattern(
          "(function(process, require, console, EXECPATH_FD, PAYLOAD_POSITION, PAYLOAD_SIZE) {"
              .getBytes(StandardCharsets.US_ASCII));

  private static final byte[] END = "\n);\n})".getBytes(StandardCharsets.US_ASCII);

  /** The prelude with its file table, and a signature behind it. */
  private static final long TAIL = 64L << 20;

  @Override
  public List<Piece> carve(Content content) {
    if (!Executable.is(content)) {
      return List.of();
    }
    long prelude = PRELUDE.last(content, Math.max(0, content.size() - TAIL), content.size());
    if (prelude < 0) {
      return List.of();
    }
    byte[] text = content.bytes(prelude, content.size());
    int end = lastIndexOf(text, END) + END.length;
    PkgTable table = PkgTable.in(text, Math.max(0, end));
    if (table.files().isEmpty() || table.length() > prelude) {
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    long payload = prelude - table.length();
    for (PkgTable.File file : table.files()) {
      if (!file.isSource() && !file.isBytecode()) {
        continue;
      }
      ByteRange range =
          new ByteRange(payload + file.offset(), payload + file.offset() + file.length());
      Language language =
          file.isSource() && !table.compressed()
              ? Sources.language(file.path(), content, range)
              : Language.BINARY;
      pieces.add(new Piece(file.path(), language, range));
    }
    pieces.add(new Piece("prelude.js", Language.JAVASCRIPT, new ByteRange(prelude, prelude + end)));
    return pieces;
  }

  private static int lastIndexOf(byte[] text, byte[] end) {
    for (int at = text.length - end.length; at >= 0; at--) {
      if (text[at] == end[0]
          && java.util.Arrays.equals(text, at, at + end.length, end, 0, end.length)) {
        return at;
      }
    }
    return -end.length;
  }
}
