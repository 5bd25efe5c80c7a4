package dev.candor.lab.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands of an installed package: links in {@code bin}, as npm makes them. Where a command is
 * only a placeholder that an install script would replace by the program of a platform package, it
 * is that program.
 */
final class Programs {
  private static final Pattern NODE = Pattern.compile("\\bnode\\b");
  private static final int LONGEST_FIRST_LINE = 256;

  /**
   * A command.
   *
   * @param node whether it is a script for Node
   * @param start whether Node must be named to start it, because the script does not name it
   */
  record Command(boolean node, boolean start) {}

  /**
   * What was found.
   *
   * @param commands by name; each is a link of that name in {@code bin}
   */
  record Linked(Map<String, Command> commands, List<String> notes) {}

  private final Path folder;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private Programs(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder of the installation
   * @param home of the package in it
   * @param platform folders of the packages that hold its programs for this platform
   */
  static Linked link(Path folder, Path home, PackageJson json, List<Path> platform)
      throws IOException {
    Programs programs = new Programs(folder);
    for (Map.Entry<String, String> bin : json.bin().entrySet()) {
      Path target = home.resolve(bin.getValue()).normalize();
      if (!target.startsWith(home) || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        programs.notes.add("its command " + bin.getKey() + " names no file of the package");
      } else {
        programs.command(bin.getKey(), target, json, platform);
      }
    }
    if (json.bin().isEmpty()) {
      programs.only(home);
    }
    return new Linked(programs.commands, programs.notes);
  }

  /** A platform's package has no commands, since the package that needs it has them. */
  private void only(Path home) throws IOException {
    List<Path> binaries = binaries(List.of(home));
    if (binaries.size() == 1) {
      Path program = binaries.getFirst();
      String name = program.getFileName().toString();
      place(folder, name, program);
      commands.put(name, command(program));
      notes.add("the package names no command; " + name + " is the only program in it");
    }
  }

  private void command(String name, Path target, PackageJson json, List<Path> platform)
      throws IOException {
    Path program = target;
    if (Program.of(target).isEmpty() && !isJavaScript(target)) {
      Optional<Path> real = replacement(name, target, platform);
      if (real.isPresent()) {
        program = real.get();
        notes.add(
            name
                + " is "
                + folder.resolve("lib").relativize(program)
                + ", because "
                + folder.resolve("lib").relativize(target)
                + " is no program"
                + (json.hasInstallScript()
                    ? " before the package's install script has run, and it was not run"
                    : ""));
      }
    }
    place(folder, name, program);
    commands.put(name, command(program));
  }

  /** Links a program into {@code bin}. */
  static void place(Path folder, String name, Path program) throws IOException {
    withoutCarriageReturn(program);
    Files.setPosixFilePermissions(program, UnpackedPackage.PROGRAM);
    Path bin = folder.resolve("bin");
    UnpackedPackage.folders(bin);
    Files.createSymbolicLink(bin.resolve(name), bin.relativize(program));
  }

  // npm does so too: the kernel would look for an interpreter called "node\r".
  private static void withoutCarriageReturn(Path program) throws IOException {
    if (firstLine(program).endsWith("\r")) {
      byte[] bytes = Files.readAllBytes(program);
      int end = 0;
      while (bytes[end] != '\r') {
        end++;
      }
      System.arraycopy(bytes, end + 1, bytes, end, bytes.length - end - 1);
      Files.write(program, Arrays.copyOf(bytes, bytes.length - 1));
    }
  }

  static Command command(Path program) throws IOException {
    if (Program.of(program).isEmpty()) {
      return new Command(isJavaScript(program), isJavaScript(program));
    }
    return new Command(NODE.matcher(firstLine(program)).find(), false);
  }

  /** Whether Node would run the file, going by its name. */
  static boolean isJavaScript(Path file) {
    return file.toString().matches(".*\\.[cm]?js");
  }

  private static List<Path> binaries(List<Path> homes) throws IOException {
    List<Path> binaries = new ArrayList<>();
    for (Path home : homes) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.filter(f -> Files.isRegularFile(f)).sorted().toList()) {
          if (Files.isExecutable(file)
              && !file.toString().matches(".*\\.(node|so(\\..*)?)")
              && Program.of(file).filter(Program.BINARY::equals).isPresent()) {
            binaries.add(file);
          }
        }
      }
    }
    return binaries;
  }

  // The program of the same name, or the only one.
  private static Optional<Path> replacement(String name, Path target, List<Path> platform)
      throws IOException {
    List<Path> binaries = binaries(platform);
    String plain = target.getFileName().toString().replaceFirst("\\.exe$", "");
    List<Path> named =
        binaries.stream()
            .filter(file ->
                file.getFileName().toString().equals(name)
                    || file.getFileName().toString().equals(plain))
            .toList();
    return named.isEmpty() && binaries.size() == 1
        ? Optional.of(binaries.getFirst())
        : named.stream().findFirst();
  }

  private static String firstLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(LONGEST_FIRST_LINE);
      return head.length > 1 && head[0] == '#'
          ? new String(head, StandardCharsets.ISO_8859_1).split("\n", 2)[0]
          : "";
    }
  }
}
