package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Keys, initial vectors and counter blocks of NIST SP 800-38A (appendix F) over our own text;
 * encrypted with OpenSSL 3.
 */
class AesTest {
  private static final String KEY_128 = "2b7e151628aed2a6abf7158809cf4f3c";
  private static final String KEY_192 = "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b";
  private static final String KEY_256 =
      "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
  private static final String VECTOR = "000102030405060708090a0b0c0d0e0f";
  private static final String COUNTER = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";

  private static final String CBC =
      "2a7b868a902c8ebfa1cde7092900c92796c0fc6af33cfd8ae95760b51f04b716ce9493537885f33f54341f3c86e2"
          + "2a4d84ddb8a96833c768e958b8bc9113fc505763e49c5d882ea3019030fac776a775";
  private static final String CBC_192 =
      "9563f27549d707ad0096ccdff05451bc3af5c96200bc33c2fdf8993fb6722fedf656584987aaad7dd7375fc7848a"
          + "0d7d89f872f73e6ad267d4e5a8eda33bcfc9a4fc32e23727fae1785c312e65f9476f";
  private static final String ECB =
      "3f441cae2d8ed1bde145555651fc3d47a31549aae8afb69b388a5db8d87dbba9796559a63090f8905f8dab163938"
          + "59e5d2a10a73103e5d7881236572187ddd527f7748ca63b29b051808a5c59936ee31";
  private static final String NONCE = "cafebabefacedbaddecaf888";
  private static final String GCM =
      "c64b98188e68b403f7f30a17b2d6bba5749e0cac70385b39554cc4261d03a4f3410ce07da2ed646b2e5a573448a5"
          + "43ec662afb9f98b349908993da89528b41728b57bab276c1e7604b59";
  private static final String TAG = "a7bfaa6238607719458e1b50ee4d460e";

  private final Aes aes = new Aes();

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void undoesCbcWithTheVectorBesideIt() {
    assertThat(Peel.off(aes, hex(CBC), Peel.keys(hex(KEY_128), hex(VECTOR))))
        .containsEntry("aes-128-cbc", Peel.HOSTS);
    assertThat(Peel.off(aes, hex(CBC_192), Peel.keys(hex(VECTOR), hex(KEY_192))))
        .containsEntry("aes-192-cbc", Peel.HOSTS);
  }

  @Test
  void undoesCbcWithTheVectorInFront() {
    assertThat(Peel.off(aes, hex(VECTOR + CBC), Peel.keys(hex(KEY_128))))
        .containsExactly(entry("aes-128-cbc", Peel.HOSTS));
  }

  @Test
  void readsKeysWrittenInHexOrBase64() {
    assertThat(Peel.off(aes, hex(VECTOR + CBC), Peel.keys(Peel.bytes(KEY_128))))
        .containsEntry("aes-128-cbc", Peel.HOSTS);
    byte[] base64 = java.util.Base64.getEncoder().encode(hex(KEY_128));
    assertThat(Peel.off(aes, hex(VECTOR + CBC), Peel.keys(base64)))
        .containsEntry("aes-128-cbc", Peel.HOSTS);
  }

  @Test
  void undoesEcb() {
    assertThat(Peel.off(aes, hex(ECB), Peel.keys(hex(KEY_128))))
        .containsExactly(entry("aes-128-ecb", Peel.HOSTS));
  }

  /** SP 800-38A, F.5.1: the output blocks of CTR-AES128, over which text is laid here. */
  @Test
  void undoesCtrWithTheKeyStreamOfTheStandard() {
    byte[] stored =
        hex(
            "ec8cdf7398607cb0f2d21675ea9ea1e4362b7c3c6773516318a077d7fc5073ae"
                + "6a2cc3787889374fbeb4c81b17ba6c44e89c399ff0f198c6d40a31db156cabfe");
    String plain = Peel.HOSTS.substring(0, 64);
    for (int i = 0; i < 64; i++) {
      stored[i] ^= (byte) plain.charAt(i);
    }
    assertThat(Peel.off(aes, stored, Peel.keys(hex(KEY_128), hex(COUNTER))))
        .containsEntry("aes-128-ctr", plain);
  }

  @Test
  void undoesGcmWithTheTagBehindInFrontOrBeside() {
    Clues nonceBeside = Peel.keys(hex(KEY_256), hex(NONCE));
    assertThat(Peel.off(aes, hex(GCM + TAG), nonceBeside)).containsEntry("aes-256-gcm", Peel.HOSTS);
    assertThat(Peel.off(aes, hex(TAG + GCM), nonceBeside)).containsEntry("aes-256-gcm", Peel.HOSTS);
    assertThat(Peel.off(aes, hex(GCM), Peel.keys(hex(KEY_256), hex(NONCE), hex(TAG))))
        .containsEntry("aes-256-gcm", Peel.HOSTS);
    assertThat(Peel.off(aes, hex(NONCE + GCM + TAG), Peel.keys(hex(KEY_256))))
        .containsEntry("aes-256-gcm", Peel.HOSTS);
  }

  @Test
  void saysNothingUnderAWrongKey() {
    assertThat(Peel.off(aes, hex(CBC), Peel.keys(hex(VECTOR), hex(COUNTER)))).isEmpty();
    assertThat(Peel.off(aes, hex(GCM + TAG), Peel.keys(hex(KEY_256), hex("00" + TAG.substring(2)))))
        .isEmpty();
  }

  @Test
  void triesNothingWhereTheCodeDoesNotSpeakOfIt() {
    Clues silent =
        new Clues(
            List.of(), List.of(hex(KEY_128), hex(VECTOR)), Set.of(), false, Clues.Effort.FULL);
    assertThat(Peel.off(aes, hex(CBC), silent)).isEmpty();
  }
}
