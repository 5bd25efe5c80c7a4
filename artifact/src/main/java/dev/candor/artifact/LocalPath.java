package dev.candor.artifact;

import java.nio.file.Path;

/** A file or folder on this machine. */
public record LocalPath(Path path) implements PackageReference {}
