package dev.candor.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** A package version on its way into a {@link LoopbackRegistry}. */
final class Release {
  private final LoopbackRegistry registry;
  private final byte[] file;
  private final String name;
  final ObjectNode manifest = Json.object();
  final String filePath;

  Release(LoopbackRegistry registry, String name, String version, byte[] file) {
    this.registry = registry;
    this.file = file;
    this.name = name;
    String plain = name.substring(name.indexOf('/') + 1);
    filePath = "/" + name + "/-/" + plain + "-" + version + ".tgz";
    manifest.put("name", name).put("version", version);
    manifest
        .withObjectProperty("dist")
        .put("tarball", registry.uri().resolve(filePath).toString())
        .put("shasum", hex(file, "SHA-1"))
        .put("integrity", sri(file));
  }

  Release runsOn(String os, String cpu) {
    manifest.withArrayProperty("os").add(os);
    manifest.withArrayProperty("cpu").add(cpu);
    return this;
  }

  Release libc(String libc) {
    manifest.withArrayProperty("libc").add(libc);
    return this;
  }

  Release optionally(String dependency, String version) {
    manifest.withObjectProperty("optionalDependencies").put(dependency, version);
    return this;
  }

  Release deprecated(String message) {
    manifest.put("deprecated", message);
    return this;
  }

  Release dist(String field, String value) {
    manifest.withObjectProperty("dist").put(field, value);
    return this;
  }

  Release without(String distField) {
    manifest.withObjectProperty("dist").remove(distField);
    return this;
  }

  /** Publishes it with its file. */
  Release done() {
    registry.at(filePath, LoopbackRegistry.resumable(file, "\"v1\""));
    registry.announce(name, manifest);
    return this;
  }

  String sha512() {
    return hex(file, "SHA-512");
  }

  static String sri(byte[] file) {
    return "sha512-" + Base64.getEncoder().encodeToString(digest(file, "SHA-512"));
  }

  static String hex(byte[] file, String algorithm) {
    return HexFormat.of().formatHex(digest(file, algorithm));
  }

  private static byte[] digest(byte[] file, String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
