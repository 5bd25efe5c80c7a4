package dev.candor.lab.install;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.PackageFiles;
import dev.candor.artifact.Platform;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.Digest;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Node and npm that Candor brings, unpacked in the cache. What runs on the host is pinned by
 * digest here, so that no registry can give out another program under its name.
 *
 * <p>Node 24 runs whatever is content with 24 or less: it is the line with long-term support that
 * most users have in late 2026, it is supported until April 2028, and {@code --permission}, behind
 * which npm runs, is stable in it. Node 26 is for tools that ask for more. Both versions are the
 * newest that the registry has for x64 and arm64 alike.
 *
 * @see <a href="https://github.com/nodejs/release#release-schedule">Node's release schedule</a>
 */
final class PinnedToolchain implements Toolchain {
  static final String NPM = "12.2.0";
  private static final String NPM_SHA512 =
      "66c2632a94e796649738b2d7894d710c2cc2e1696893823066687f6b0d8a52e5"
          + "f2b54eeaeaa32ffdc513ecca1e49ff794a5c2ec3f9515d879f1b3182b291cf35";

  /** In ascending order; the first that is enough is taken. */
  private static final List<Node> NODES =
      List.of(
          new Node(
              "24.21.0",
              Map.of(
                  "x64",
                  "de750bb336795f47dc898a46d2de93add029273027f3e16520d3fa3a2317ed5f"
                      + "07aefa404cf37ddfa5352e545e389ae22d16b87bcc84a900580a72f23cd02ced",
                  "arm64",
                  "1692513c4cf63afbd32df8c83a5346158f492cf30a825e66f9de2819804b836e"
                      + "242759a6bcdd5997f1cf2601781c3689e752127afd65d5c459fc333e91e5d6e6")),
          new Node(
              "26.10.0",
              Map.of(
                  "x64",
                  "3a6033b5aaebd602b83c3fac372a24bb8379438d1df1ea8cb8b8cd6bfcd1bf11"
                      + "77dda0ac54a54840bb385791d83d64965a53224dd9266d913fe8f8628266b487",
                  "arm64",
                  "89d02b57f726a96f4cf4e0f21a56ce222cb1168bab0e1d66241d1274a09d31b4"
                      + "998e379ff422c4377a35fde138c9ff81d3ee410fe17be0ca534c7881dd75d305")));

  /**
   * @param sha512 of the package file in hexadecimal, by processor
   */
  private record Node(String version, Map<String, String> sha512) {
    int major() {
      return PinnedToolchain.major(version);
    }
  }

  private final PackageFiles files;
  private final CacheFolder cache;
  private final Platform platform;
  private final Runnable waiting;

  PinnedToolchain(PackageFiles files, CacheFolder cache, Platform platform, Runnable waiting) {
    this.files = files;
    this.cache = cache;
    this.platform = platform;
    this.waiting = waiting;
  }

  @Override
  public String nodeFor(int lowestMajor) {
    return NODES.stream()
        .filter(node -> node.major() >= lowestMajor)
        .min(Comparator.comparingInt(Node::major))
        .map(Node::version)
        .orElseThrow(() ->
            new InputException(
                "The tool asks for Node "
                    + lowestMajor
                    + " or later; Candor brings "
                    + String.join(", ", NODES.stream().map(Node::version).toList())
                    + ". Name the version to run it with: --node VERSION."));
  }

  @Override
  public UnpackedNode node(String version) {
    return node(version, platform);
  }

  private UnpackedNode node(String version, Platform on) {
    if (!on.os().equals("linux") || on.libc().filter("glibc"::equals).isEmpty()) {
      throw new InputException(
          "There is no Node package for "
              + on
              + ": they are for Linux with glibc (x64, arm64). Run Candor on such a machine.");
    }
    RegistryPackage wanted = new RegistryPackage("node-linux-" + on.cpu(), version);
    Artifact.Part part = files.only(wanted).parts().getFirst();
    NODES.stream()
        .filter(node -> node.version.equals(version))
        .map(node -> Optional.ofNullable(node.sha512.get(on.cpu())))
        .flatMap(Optional::stream)
        .forEach(sha512 -> check(part, sha512));
    Path folder = unpack(part, "node", path -> path.equals("bin/node") || path.equals("LICENSE"));
    String purl = part.subject().purl();
    return new UnpackedNode(purl.substring(purl.lastIndexOf('@') + 1), folder, part);
  }

  @Override
  public String resolver() {
    return "npm " + NPM + " on Node " + NODES.getFirst().version;
  }

  @Override
  public Resolution resolution() {
    Artifact.Part part = files.only(new RegistryPackage("npm", NPM)).parts().getFirst();
    check(part, NPM_SHA512);
    Path npm = real(unpack(part, "npm", any -> true));
    Path node = node(NODES.getFirst().version, Platform.host()).program();
    return (project, registry, work) ->
        new NpmResolution(
                List.of(
                    node.toString(),
                    "--permission",
                    "--allow-fs-read=" + npm,
                    "--allow-fs-read=" + real(work),
                    "--allow-fs-write=" + real(work)),
                npm)
            .lock(project, registry, work);
  }

  // Node compares real paths with what it was allowed.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path unpack(Artifact.Part part, String name, Predicate<String> wanted) {
    String digest = part.subject().digest().map(Digest::hex).orElseThrow();
    return cache.obtain(
        name + "-" + digest.substring(0, 32),
        waiting,
        folder -> UnpackedPackage.write(part.path(), folder, wanted));
  }

  private static void check(Artifact.Part part, String sha512) {
    String got = part.subject().digest().map(Digest::hex).orElse("");
    if (!got.equals(sha512)) {
      throw new InputException(
          part.subject().purl()
              + " is not the file that Candor was made for: sha512 "
              + sha512
              + " expected, "
              + got
              + " received. It was not run. Use another registry (--registry).");
    }
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
