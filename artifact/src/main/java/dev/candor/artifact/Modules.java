package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.util.List;

/** Tells which pieces of an entry are source, and in which language. */
public final class Modules {
  private Modules() {}

  /**
   * The modules of an entry, sorted by their ranges, which do not overlap and together cover the
   * content. A source file (by extension, also {@code .json} and {@code .d.ts}, or by a shebang
   * that names a runtime) is one module. Out of anything else the {@link Carver}s take the files
   * that were packed into it, named {@code entry!/inner/path}; in what remains, runs of text that
   * read as JavaScript are modules named {@code entry!text@OFFSET}, and the rest is {@link
   * Language#BINARY} under the name of what it was left of. Documents (Markdown, HTML, CSS, source
   * maps and the like) are {@link Language#BINARY} as a whole. An empty entry has no modules.
   *
   * @throws java.io.UncheckedIOException if the content cannot be read
   */
  public static List<Module> of(Entry entry) {
    Content content = entry.content();
    if (content.size() == 0) {
      return List.of();
    }
    ByteRange all = new ByteRange(0, content.size());
    Language language = Sources.language(entry.path(), content, all);
    if (language != Language.BINARY || Sources.isDocument(entry.path())) {
      return List.of(new Module(entry.path(), language, content, all));
    }
    return new Carving(content).modules(entry.path(), all);
  }
}
