package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packages that dpkg has installed: its file {@code status} (deb-control(5), dpkg-query(1)). */
@AutoService(Finder.class)
public final class DebianFinder implements Finder {
  /** That of a machine with 5,000 packages has 8 MiB. */
  private static final int MOST_BYTES = 64 << 20;

  /** Of a field that is read; longer lines are of others. */
  private static final int LONGEST = 512;

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.name().equals("status")
        && entry.isFile()
        && entry.folder().name().equals("dpkg")
        && entry.folder().name(1).equals("lib")
        && entry.folder().name(2).equals("var");
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    if (entry.size() > MOST_BYTES) {
      throw Unread.tooLarge(MOST_BYTES);
    }
    try (InputStream in = new BufferedInputStream(entry.stream(), 1 << 16)) {
      List<String> paragraph = new ArrayList<>();
      Optional<String> line = line(in);
      while (line.isPresent()) {
        if (line.get().isEmpty()) {
          tell(paragraph, entry, findings);
          paragraph.clear();
        } else if (isAsked(line.get())) {
          paragraph.add(line.get());
        }
        line = line(in);
      }
      tell(paragraph, entry, findings);
    }
  }

  private static boolean isAsked(String line) {
    return line.startsWith("Package: ")
        || line.startsWith("Status: ")
        || line.startsWith("Version: ");
  }

  private static void tell(List<String> paragraph, Entry entry, Findings findings) {
    Optional<String> name = field(paragraph, "Package: ");
    Optional<Tool> tool = name.flatMap(findings.catalogue()::debian);
    if (tool.isEmpty()
        || field(paragraph, "Status: ").filter(s -> s.endsWith(" installed")).isEmpty()) {
      return;
    }
    Optional<String> version = field(paragraph, "Version: ");
    findings.add(
        new Installation(
            tool.get().name(),
            Purls.of("deb", "debian/" + name.orElseThrow(), version),
            version,
            Means.DEBIAN,
            entry.place(),
            List.of("dpkg has " + name.orElseThrow() + " installed"),
            Optional.empty()));
  }

  private static Optional<String> field(List<String> paragraph, String name) {
    return paragraph.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** The next line, cut off where it is too long to matter; empty at the end. */
  private static Optional<String> line(InputStream in) throws IOException {
    byte[] line = new byte[LONGEST];
    int length = 0;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    while (b >= 0 && b != '\n') {
      if (length < LONGEST) {
        line[length++] = (byte) b;
      }
      b = in.read();
    }
    return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8));
  }
}
