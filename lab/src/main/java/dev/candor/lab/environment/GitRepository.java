package dev.candor.lab.environment;

import dev.candor.artifact.FolderTree;
import dev.candor.core.InputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/**
 * The work folder's files, and the repository in which they are committed.
 *
 * @param files by path from the work folder, those of {@code .git} included
 * @param commit the id of the last commit; empty where there is no repository
 */
record GitRepository(Map<String, byte[]> files, Optional<String> commit) {
  /** When all commits are made, so that the same settings give the same ids. */
  private static final Instant WHEN = Instant.parse("2026-03-14T09:26:53Z");

  private static final int KEPT = 64;

  static {
    // Measured in a pool whose threads may wait for the lock below: else each waits for the other.
    FS.FileStoreAttributes.setBackground(true);
  }

  private static final Map<Key, GitRepository> MADE =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, GitRepository> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(
      Optional<Identity> identity,
      Optional<String> remote,
      String branch,
      List<String> messages,
      List<String> files) {}

  /** Who commits. */
  record Identity(String name, String mail) {}

  /** What factors say of it. */
  static final class Settings {
    Optional<Identity> identity = Optional.empty();
    Optional<String> remote = Optional.empty();
    String branch = "main";
    List<String> messages = List.of();
  }

  /** The repository with these files in its commits; no repository where there is no message. */
  static GitRepository of(Settings settings, List<String> files) {
    Key key =
        new Key(
            settings.identity,
            settings.remote,
            settings.branch,
            List.copyOf(settings.messages),
            List.copyOf(files));
    synchronized (MADE) {
      return MADE.computeIfAbsent(key, GitRepository::make);
    }
  }

  private static GitRepository make(Key key) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    key.files().forEach(name -> files.put(name, content(name)));
    if (key.messages().isEmpty()) {
      return new GitRepository(files, Optional.empty());
    }
    try {
      Path folder = Files.createTempDirectory("candor-repository");
      try {
        return committed(key, files, folder);
      } finally {
        FolderTree.remove(folder);
      }
    } catch (IOException e) {
      throw new InputException("The repository of a trial cannot be made: " + e.getMessage(), e);
    }
  }

  private static GitRepository committed(Key key, Map<String, byte[]> files, Path folder)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Identity who = key.identity().orElse(new Identity("nobody", "nobody@localhost"));
    PersonIdent person = new PersonIdent(who.name(), who.mail(), WHEN, ZoneOffset.UTC);
    String id = "";
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch(key.branch()).call()) {
      git.add().addFilepattern(".").call();
      for (String message : key.messages()) {
        id =
            git.commit()
                .setMessage(message)
                .setAuthor(person)
                .setCommitter(person)
                .setSign(false)
                .setNoVerify(true)
                .call()
                .getName();
      }
      if (key.remote().isPresent()) {
        git.remoteAdd().setName("origin").setUri(new URIish(key.remote().get())).call();
      }
    } catch (GitAPIException | URISyntaxException e) {
      throw new InputException("The repository of a trial cannot be made: " + e.getMessage(), e);
    }
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    List<Path> made;
    try (Stream<Path> paths = Files.walk(folder.resolve(".git"))) {
      made = paths.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : made) {
      all.put(folder.relativize(path).toString(), Files.readAllBytes(path));
    }
    return new GitRepository(all, Optional.of(id));
  }

  /** Something that is in no other file of the world. */
  private static byte[] content(String name) {
    return "The lantern of %s is lit at dusk.\n".formatted(name).getBytes(StandardCharsets.UTF_8);
  }
}
