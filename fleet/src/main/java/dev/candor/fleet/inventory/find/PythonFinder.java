package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Python packages of pip, pipx and uv: the metadata that an installation leaves (PyPA, "Recording
 * installed projects" and "Core metadata").
 */
@AutoService(Finder.class)
public final class PythonFinder implements Finder {
  private static final String WHEEL = ".dist-info";
  private static final String EGG = ".egg-info";

  /** uv unpacks there what it links from elsewhere. */
  private static final String CACHE = "archive-v0";

  /** A long description stands behind the names. */
  private static final int HEAD = 64 << 10;

  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.!+_-]{1,100}");

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    if (!entry.isFile()) {
      return false;
    }
    String folder = entry.folder().name();
    boolean metadata =
        switch (entry.name()) {
          case "METADATA" -> folder.endsWith(WHEEL);
          case "PKG-INFO" -> folder.endsWith(EGG) && isInstalled(entry.folder().name(1));
          default -> false;
        };
    return metadata
        && catalogue.pypi(distribution(folder)).isPresent()
        && !entry.folder().isIn(CACHE);
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    String name = distribution(entry.folder().name());
    Tool tool = findings.catalogue().pypi(name).orElseThrow();
    String head = head(entry);
    if (header(head, "Name").map(PythonFinder::normalised).filter(name::equals).isEmpty()) {
      return;
    }
    Optional<String> version =
        header(head, "Version").filter(text -> VERSION.matcher(text).matches());
    findings.add(
        new Installation(
            tool.name(),
            Purls.of("pypi", name, version),
            version,
            means(entry.folder()),
            entry.folder().place(),
            List.of(entry.name() + " names " + name),
            Optional.empty()));
  }

  /** A checkout has metadata of this kind, too. */
  private static boolean isInstalled(String folder) {
    return folder.equals("site-packages") || folder.equals("dist-packages");
  }

  /** {@code aider-chat} of {@code aider_chat-0.86.1.dist-info}. */
  private static String distribution(String folder) {
    String stem = folder.substring(0, folder.length() - WHEEL.length());
    if (folder.endsWith(EGG)) {
      stem = folder.substring(0, folder.length() - EGG.length());
    }
    int dash = stem.indexOf('-');
    return normalised(dash < 0 ? stem : stem.substring(0, dash));
  }

  /** As PEP 503 has it. */
  private static String normalised(String name) {
    return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static String head(Entry entry) throws IOException {
    try (InputStream in = entry.stream()) {
      String text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      int blank = text.replace("\r\n", "\n").indexOf("\n\n");
      return blank < 0 ? text : text.substring(0, blank);
    }
  }

  private static Optional<String> header(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static Means means(Folder folder) throws IOException {
    if (folder.isIn("venvs") && folder.isIn("pipx")) {
      return Means.PIPX;
    }
    if (folder.isIn("tools") && folder.isIn("uv") || installer(folder).equals("uv")) {
      return Means.UV;
    }
    return Means.PIP;
  }

  private static String installer(Folder folder) throws IOException {
    Path file = folder.path().resolve("INSTALLER");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream in = new Entry(folder, "INSTALLER", file, false, 0).stream()) {
      return new String(in.readNBytes(16), StandardCharsets.UTF_8).strip();
    }
  }
}
