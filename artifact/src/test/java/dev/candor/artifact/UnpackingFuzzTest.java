package dev.candor.artifact;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are an archive, a damaged archive or a plain file; none of them throws. */
class UnpackingFuzzTest {
  private static final Limits LIMITS = new Limits(500, 8 << 20, 4 << 20, 50, 2, 100);

  @FuzzTest
  void anyBytes(byte[] data) {
    walk(data);
  }

  @FuzzTest
  void anyTar(byte[] data) {
    walk(new TarBytes().file("first", "1").raw(data).bytes());
  }

  @FuzzTest
  void anyTgz(byte[] data) {
    walk(new TarBytes().file("first", "1").raw(data).gzipped());
  }

  @FuzzTest
  void anyZip(byte[] data) {
    walk(new ByteWriter().u32(0x04034b50).bytes(data).zeros(22).bytes());
  }

  private static void walk(byte[] data) {
    Walk walk = new Walk(new Bounds(LIMITS), new Notes(), entry -> Modules.of(entry));
    try {
      walk.plainOrArchive("x", new MemoryContent(data), 0, null);
    } catch (Bounds.WalkStopped reached) {
      return;
    }
  }
}
