package dev.candor.wire.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.wire.Body;
import dev.candor.wire.Header;
import java.util.Arrays;
import java.util.List;

/** Whatever the bytes are, there is an answer, within the bounds. */
class ContentFuzzTest {
  private static final List<String> CODINGS =
      List.of("gzip", "deflate", "br", "zstd", "gzip, br", "br, zstd", "deflate, gzip, zstd");
  private static final Content.Bounds BOUNDS = new Content.Bounds(1 << 20, 1000, 3);

  @FuzzTest
  void anyBytesHaveAnAnswer(byte[] data) {
    if (data.length > 0) {
      String coding = CODINGS.get((data[0] & 0xff) % CODINGS.size());
      Body body = Body.of(Arrays.copyOfRange(data, 1, data.length));
      Content content = Content.of(body, List.of(new Header("content-encoding", coding)), BOUNDS);
      assertThat(content.bytes().length)
          .isLessThanOrEqualTo(Math.max(BOUNDS.bytes(), body.bytes().length));
      assertThat(content.reason().isPresent() || content.codings().size() > 0 || data.length == 1)
          .isTrue();
    }
  }
}
