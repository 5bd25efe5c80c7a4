package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTagsTest {
  @Test
  void recognisesPosixNamesAndTags() {
    assertThat(LanguageTags.are(List.of("en_GB", "zh_CN", "pt_BR", "de_AT"))).isTrue();
    assertThat(LanguageTags.are(List.of("en-GB", "zh-CN", "pt-BR", "de-AT"))).isTrue();
  }

  @Test
  void nineOfTenMustBeTags() {
    List<String> nine =
        List.of("en_GB", "zh_CN", "pt_BR", "de_AT", "fr_CA", "it_CH", "es_MX", "ko_KR", "ja_JP");
    assertThat(LanguageTags.are(plus(nine, "other"))).isTrue();
    assertThat(LanguageTags.are(plus(nine.subList(0, 8), "other"))).isFalse();
  }

  private static List<String> plus(List<String> some, String other) {
    return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(other))
        .toList();
  }

  /** ISO 639 knows no "qq", ISO 3166 no "QQ". */
  @Test
  void codesOfNoLanguageOrCountryAreNone() {
    assertThat(LanguageTags.are(List.of("qq_GB", "qz_CN", "jj_BR", "xx_AT"))).isFalse();
    assertThat(LanguageTags.are(List.of("en_QQ", "zh_XX", "pt_ZZ", "de_JJ"))).isFalse();
    assertThat(LanguageTags.are(List.of("EN_gb", "ZH_cn", "PT_br", "DE_at"))).isFalse();
    assertThat(LanguageTags.are(List.of("en.GB", "zh.CN", "pt.BR", "de.AT"))).isFalse();
    assertThat(LanguageTags.are(List.of("words", "paths", "hosts", "codes"))).isFalse();
  }
}
