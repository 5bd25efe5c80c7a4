package dev.candor.lab.room;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few calls of Linux that Java does not offer, of the C library. */
final class NativeCalls {
  /** {@code O_RDONLY | O_CLOEXEC}: no trial inherits what we open. */
  private static final int READ_CLOSE_ON_EXEC = 0x80000;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_VALUE =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN = find("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE = find("close", ValueLayout.JAVA_INT);
  private static final MethodHandle SETNS =
      find("setns", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
  private static final MethodHandle SETHOSTNAME =
      find("sethostname", ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);

  private static final MethodHandle SYSCALL =
      find("syscall", ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

  /** keyctl(2) by its number: on x86-64, and in the table that newer architectures share. */
  private static final long KEYCTL = System.getProperty("os.arch", "").equals("amd64") ? 250 : 219;

  private static final long KEYCTL_JOIN_SESSION_KEYRING = 1;

  private NativeCalls() {}

  /**
   * Moves the calling thread into a namespace (setns(2)), for good.
   *
   * @param file as in {@code /proc/1/ns/net}
   * @param kind {@code CLONE_NEWNET} or {@code CLONE_NEWUTS}
   */
  static void enter(String file, int kind) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor =
          call(arena, OPEN, "open " + file, arena.allocateFrom(file), READ_CLOSE_ON_EXEC);
      try {
        call(arena, SETNS, "setns " + file, descriptor, kind);
      } finally {
        call(arena, CLOSE, "close " + file, descriptor);
      }
    }
  }

  /** Names the machine of the calling thread's namespace (sethostname(2)). */
  static void hostname(String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      call(arena, SETHOSTNAME, "sethostname " + name, text, text.byteSize() - 1);
    }
  }

  /**
   * Gives the calling thread, and what it starts, a session keyring of its own: namespaces keep the
   * inherited one, with the keys that a log-in put there.
   *
   * @return whether it did; not where the kernel has no keys, or a filter keeps everybody from them
   */
  static boolean leaveSessionKeyring() {
    try (Arena arena = Arena.ofConfined()) {
      call(arena, SYSCALL, "keyctl", KEYCTL, KEYCTL_JOIN_SESSION_KEYRING, MemorySegment.NULL);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int call(Arena arena, MethodHandle function, String what, Object... arguments)
      throws IOException {
    MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
    Object[] all = new Object[arguments.length + 1];
    all[0] = state;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int result = invoke(function, all);
    if (result < 0) {
      throw new IOException(what + ": error " + (int) ERRNO_VALUE.get(state, 0L));
    }
    return result;
  }

  @SuppressWarnings("CatchingUnchecked") // what a method handle declares
  private static int invoke(MethodHandle function, Object[] arguments) {
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new LinkageError("a function of the C library cannot be called", e);
    }
  }

  @SuppressWarnings("restricted") // the keeper is started with the right to native calls
  private static MethodHandle find(String name, MemoryLayout... arguments) {
    SymbolLookup library = LINKER.defaultLookup();
    FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    return switch (name) { // the two that C declares with an ellipsis
      case "open" ->
          LINKER.downcallHandle(
              library.findOrThrow(name), type, ERRNO, Linker.Option.firstVariadicArg(2));
      case "syscall" ->
          LINKER.downcallHandle(
              library.findOrThrow(name), type, ERRNO, Linker.Option.firstVariadicArg(1));
      default -> LINKER.downcallHandle(library.findOrThrow(name), type, ERRNO);
    };
  }
}
