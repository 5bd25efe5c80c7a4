package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Cuts one content into modules: packed files, text that reads as JavaScript, and the rest. */
final class Carving {
  private static final int LONGEST_NAME = 4096;

  /** An archive in an executable in an archive: deeper ones stay whole. */
  private static final int DEEPEST = 3;

  private static final List<Carver> CARVERS =
      ServiceLoader.load(Carver.class, Carver.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private final Content content;
  private final List<Module> modules = new ArrayList<>();

  Carving(Content content) {
    this.content = content;
  }

  /** The modules of the whole content, which is called {@code name}. */
  List<Module> modules(String name, ByteRange all) {
    cut(name, all, 0);
    return List.copyOf(modules);
  }

  private void cut(String name, ByteRange range, int depth) {
    long at = range.start();
    for (Piece piece : depth < DEEPEST ? carved(range) : List.<Piece>of()) {
      ByteRange found = piece.range().shift(range.start());
      if (found.start() >= at && found.end() <= range.end()) {
        rest(name, new ByteRange(at, found.start()));
        piece(inner(name, piece.name()), piece.language(), found, depth);
        at = found.end();
      }
    }
    rest(name, new ByteRange(at, range.end()));
  }

  private void piece(String name, Language language, ByteRange range, int depth) {
    if (language == Language.BINARY && !Sources.isDocument(name)) {
      cut(name, range, depth + 1);
    } else {
      add(name, language, range);
    }
  }

  private List<Piece> carved(ByteRange range) {
    Content part = range.length() == content.size() ? content : new Slice(content, range);
    return CARVERS.stream()
        .map(carver -> carver.carve(part))
        .filter(pieces -> !pieces.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparingLong(piece -> piece.range().start()))
        .toList();
  }

  private static String inner(String outer, String name) {
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return outer + (cut.startsWith("/") ? "!" : "!/") + cut;
  }

  private void rest(String name, ByteRange range) {
    long at = range.start();
    for (ByteRange run : TextRuns.in(content, range)) {
      if (ReadsAsJavaScript.test(content, run)) {
        add(name, Language.BINARY, new ByteRange(at, run.start()));
        boolean whole = run.start() == 0 && run.end() == content.size();
        add(whole ? name : name + "!text@" + run.start(), Language.JAVASCRIPT, run);
        at = run.end();
      }
    }
    add(name, Language.BINARY, new ByteRange(at, range.end()));
  }

  private void add(String name, Language language, ByteRange range) {
    if (range.length() > 0) {
      modules.add(new Module(name, language, content, range));
    }
  }
}
