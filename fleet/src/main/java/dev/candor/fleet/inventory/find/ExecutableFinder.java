package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.artifact.Content;
import dev.candor.artifact.Executable;
import dev.candor.artifact.FileContent;
import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.find.Recognition.Recognised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Executables, whatever they are called and wherever they lie: by digest, or by what they hold. */
@AutoService(Finder.class)
public final class ExecutableFinder implements Finder {
  /** The smallest known, in Go, has 15 MiB; a runtime with a program behind it has 50. */
  private static final long SMALLEST = 4 << 20;

  /** The largest known have 0.3 GiB. */
  private static final long LARGEST = 1L << 30;

  private static final int BLOCK = 1 << 20;

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.isFile() && entry.size() >= SMALLEST;
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    try (FileChannel channel = entry.channel()) {
      Content content = new FileContent(channel, Math.min(entry.size(), channel.size()));
      if (!Executable.is(content)) {
        return;
      }
      if (content.size() > LARGEST) {
        findings.unseen().add(entry.place(), "an executable larger than 1 GiB, not read");
        return;
      }
      Optional<Recognised> tool = byDigest(content, findings.catalogue());
      if (tool.isEmpty()) {
        tool = findings.recognition().of(content);
      }
      if (tool.isPresent()) {
        findings.add(installation(tool.get(), entry, digest(content)));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    } catch (IndexOutOfBoundsException e) {
      throw new Unread("became shorter while it was read", e);
    }
  }

  private static Optional<Recognised> byDigest(Content content, Catalogue catalogue) {
    if (!catalogue.hasDigestOf(content.size())) {
      return Optional.empty();
    }
    String digest = digest(content);
    return catalogue.tools().stream()
        .flatMap(tool ->
            tool.digests().stream()
                .filter(known -> known.sha256().equals(digest))
                .map(known ->
                    new Recognised(tool, Optional.of(known.version()), "known by its digest")))
        .findFirst();
  }

  private static Installation installation(Recognised found, Entry entry, String digest) {
    return new Installation(
        found.tool().name(),
        Purls.with(found.tool().purl(), found.version()),
        found.version(),
        Means.EXECUTABLE,
        entry.place(),
        List.of(found.evidence()),
        Optional.of(digest));
  }

  private static String digest(Content content) {
    MessageDigest digest = Sha256.start();
    byte[] block = new byte[BLOCK];
    for (long at = 0; at < content.size(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, content.size() - at);
      content.read(at, block, 0, length);
      digest.update(block, 0, length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
