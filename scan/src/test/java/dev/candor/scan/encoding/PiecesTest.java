package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private final Pieces pieces =
      new Pieces(List.of(Peel.bytes("ab"), Peel.bytes(""), Peel.bytes("cde")));

  @Test
  void joinsAndCountsAllPieces() {
    assertThat(pieces.total()).isEqualTo(5);
    assertThat(pieces.joined()).isEqualTo(Peel.bytes("abcde"));
    assertThat(pieces.single()).isFalse();
  }

  @Test
  void givesAPrefixAcrossPieces() {
    assertThat(pieces.prefix(3)).isEqualTo(Peel.bytes("abc"));
    assertThat(pieces.prefix(99)).isEqualTo(Peel.bytes("abcde"));
    assertThat(Pieces.of(Peel.bytes("abc")).prefix(2)).isEqualTo(Peel.bytes("ab"));
  }

  @Test
  void changesEachPiece() {
    assertThat(pieces.map(piece -> new byte[piece.length]).bytes())
        .containsExactly(new byte[2], new byte[0], new byte[3]);
  }
}
