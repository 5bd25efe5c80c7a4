package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspicionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmVnaXN0cnkuZXhhbXBsZS50ZXN0", // base64 of registry.example.test
        "72656769737472792e6578616d706c65",
        "0123456789abcdef",
        "9jqo^BlbD-BleB1DJ+*+F(f,q",
        "MFWHA2DBFZSXQYLNOBWGKLTUMVZXI===",
        "==gclR3cpdWZyBXZsBXbhhXZ",
        "%72%65%67%69%73%74%72%79",
        "\u0001\u0002\u0003abcdefghijklmnop",
        "\u00e9\u00e8\u00ea\u00ebabcdefghijklmnop"
      })
  void dataLooksEncoded(String value) {
    assertThat(Suspicion.looksEncoded(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cmVnaXN0cnkuZXh", // fifteen characters
        "the registry of the gateway",
        "registry.example.test/gateway",
        "getElementsByTagName",
        "Content-Security-Policy",
        "北京大学清华大学复旦大学浙江大学南京大学"
      })
  void wordsDoNot(String value) {
    assertThat(Suspicion.looksEncoded(value)).isFalse();
  }

  @Test
  void wordsBackToFrontOrWithPairsExchangedReadBetterReordered() {
    assertThat(
            Suspicion.readsBetterTurned(
                new StringBuilder("registry.example,gateway,mirror,company").reverse().toString()))
        .isTrue();
    assertThat(Suspicion.readsBetterTurned("ergisrt.yxemalp,eagetaw,yimrrroc,moapyn")).isTrue();
    assertThat(Suspicion.readsBetterTurned("registry.example,gateway,mirror,company")).isFalse();
    assertThat(Suspicion.readsBetterTurned("yrtsiger")).isFalse();
    // kk_KZ,bn_BD,lv_LV,fa_IR,he_IL, its pairs exchanged, back to front, and as it is
    assertThat(Suspicion.readsBetterTurned("kkK_,ZnbB_,DvlL_,VafI_,RehI_,L")).isTrue();
    assertThat(Suspicion.readsBetterTurned("LI_eh,RI_af,VL_vl,DB_nb,ZK_kk")).isTrue();
    assertThat(Suspicion.readsBetterTurned("kk_KZ,bn_BD,lv_LV,fa_IR,he_IL")).isFalse();
  }
}
