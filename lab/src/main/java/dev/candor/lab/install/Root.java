package dev.candor.lab.install;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.LocalPath;
import dev.candor.artifact.PackageFiles;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The package that was asked for, before it is installed.
 *
 * @param registry where a registry has it
 * @param path its file, or a folder
 * @param identity what tells its content from any other's
 * @param notes what a reader of the result should know of it
 */
record Root(
    Subject subject,
    Optional<RegistryPackage> registry,
    Path path,
    Kind kind,
    String identity,
    List<String> notes) {

  /** What it is. */
  enum Kind {
    /** A package file as npm packs it. */
    TARBALL,
    /** A folder with a package.json. */
    FOLDER,
    /** One program. */
    PROGRAM
  }

  static Root of(PackageReference reference, PackageFiles files, FetchOptions options) {
    return switch (reference) {
      case RegistryPackage wanted -> {
        Artifact artifact = files.only(wanted);
        Artifact.Part part = artifact.parts().getFirst();
        yield new Root(
            part.subject(),
            Optional.of(exact(wanted, part)),
            part.path(),
            Kind.TARBALL,
            hex(part),
            artifact.notes());
      }
      case LocalPath local -> local(local, options);
    };
  }

  // A dist-tag was resolved on the way; the package URL has the version.
  private static RegistryPackage exact(RegistryPackage wanted, Artifact.Part part) {
    if (wanted.exact()) {
      return wanted;
    }
    return (RegistryPackage) PackageReference.parse(part.subject().purl());
  }

  private static Root local(LocalPath local, FetchOptions options) {
    Path path = local.path().toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(path)) {
        if (!Files.isRegularFile(path.resolve("package.json"))) {
          throw new InputException(
              path
                  + " has no package.json, so it cannot be told how it is run. Give the folder or"
                  + " the .tgz of an npm package, or one executable file.");
        }
        Artifact.Part part = new Fetch().open(local, options).parts().getFirst();
        return new Root(
            part.subject(),
            Optional.empty(),
            path,
            Kind.FOLDER,
            FolderCopy.digest(path),
            List.of());
      }
      Kind kind = isGzip(path) ? Kind.TARBALL : Kind.PROGRAM;
      if (kind == Kind.PROGRAM && Program.of(path).isEmpty() && !Programs.isJavaScript(path)) {
        throw new InputException(
            path
                + " is neither an npm package (.tgz) nor a program that Linux can execute, so it"
                + " cannot be run.");
      }
      Artifact.Part part = new Fetch().open(local, options).identified().parts().getFirst();
      return new Root(part.subject(), Optional.empty(), path, kind, hex(part), List.of());
    } catch (IOException e) {
      throw new InputException(
          path + " cannot be read (" + e.getMessage() + "); check its permissions.", e);
    }
  }

  private static boolean isGzip(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(3);
      return head.length == 3 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
    }
  }

  private static String hex(Artifact.Part part) {
    return part.subject().digest().map(Digest::hex).orElseThrow();
  }
}
