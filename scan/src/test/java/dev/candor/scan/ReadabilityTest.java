package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityTest {
  private static List<String> entries(Reading reading) {
    return reading instanceof Reading.Listed list ? list.entries() : List.of();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.test,gateway.example.org,mirror.example.net,proxy.example.com",
        "Asia/Shanghai,Asia/Urumqi,Asia/Tokyo,Europe/Berlin,America/Chicago",
        "deepseek,moonshot,research,studio,foundation,laboratory",
        "alice,robert,charlotte,benjamin,margaret",
        "etc/hostname,usr/share/zoneinfo,var/lib/machine,opt/company/agent",
        "scope/package,company/internal,vendor/secret-tool,other/library",
        "Beijing Research,Shanghai Office,Berlin Branch,Lisbon Store,Toronto Studio"
      })
  void listsOfNamesAreLists(String text) {
    assertThat(entries(Readability.ofText(text))).containsExactly(text.split(","));
  }

  @Test
  void listsInOtherScriptsAreLists() {
    assertThat(entries(Readability.ofText("北京大学,清华大学,复旦大学,浙江大学,南京大学"))).hasSize(5);
    assertThat(entries(Readability.ofText("москва|казань|самара|новгород|владивосток"))).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The quick answer is that a gateway was put in front of the registry, so that the"
            + " mirror, which is old, would not be asked for it. It was not enough, and the office"
            + " in the north had to wait for the answer of a machine that nobody had seen.",
        "Permission is given to anyone who has a copy of this to use it, to change it, and to pass"
            + " it on, as long as this notice is kept with it. It comes as it is, and nobody who"
            + " wrote it is to be held to account for what it does.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt"
            + " ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud"
            + " exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.",
        "function read(a,b){if(!a)return null;for(let i=0;i<a.length;i++){b.push(a[i]^91)}return"
            + " b.map(c=>String.fromCharCode(c)).join('')}",
        "import { open } from 'node:fs';\nconst file = await open(path, 'r');\nconsole.log(file);\n",
        "<!doctype html><html><head><title>Gateway</title></head><body><p>Nothing here"
            + "</p><ul><li>one</li><li>two</li></ul></body></html>",
        ".button{color:#fff;background:#0af;margin:0 auto}.button:hover{color:#000}a{border:0}",
        "{\"name\":\"gateway\",\"version\":\"1.2.3\",\"private\":true,\"files\":[\"a.js\",\"b.js\"]}",
        "<svg viewBox=\"0 0 24 24\"><path d=\"M12 2L2 7l10 5 10-5-10-5z\"/><path d=\"M2 17l10 5\"/>"
            + "</svg>",
        "^(?:[a-z0-9]+)(?:-[a-z0-9]+)*\\.(?:com|org|net)$|^localhost$",
        "SELECT name, value FROM settings WHERE name = 'x' AND value > 10 ORDER BY name"
      })
  void proseCodeAndMarkupAreNoLists(String text) {
    assertThat(Readability.ofText(text)).isInstanceOf(Reading.Prose.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qz xv,kj wq,zx vb,qk jz,xw vq,jx kz,wq zv,bx qj",
        "xqzv,kjwq,zxvb,qkjz,xwvq,jxkz,wqzv,bxqj,vzkq,jqxw",
        "9f86d081,884c7d65,9a2feaa0,c55ad015,a3bf4f1b,2b0b822c",
        "AAEC,AwQF,BgcI,CQoL,DA0O,DxAR,EhMU,FRYX",
        "1,2,3,4,5,6,7,8,9,10",
        "0x1f,0x2a,0x3b,0x4c,0x5d"
      })
  void listsOfChanceAreNoLists(String text) {
    assertThat(entries(Readability.ofText(text))).isEmpty();
  }

  @Test
  void chanceBytesAreNoise() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[64];
      random.nextBytes(bytes);
      assertThat(Readability.of(List.of(bytes))).isEqualTo(Reading.NOISE);
    }
  }

  /** Chance letters between separators, as a wrong key or alphabet leaves them. */
  @Test
  void chanceLettersAreNoLists() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String text =
          IntStream.range(0, 8)
              .mapToObj(k ->
                  IntStream.range(0, 4 + random.nextInt(6))
                      .mapToObj(c -> String.valueOf((char) ('a' + random.nextInt(26))))
                      .collect(Collectors.joining()))
              .collect(Collectors.joining(","));
      assertThat(entries(Readability.ofText(text))).as(text).isEmpty();
    }
  }

  /** Twenty letters are the fewest that a list has. */
  @Test
  void aListHasTwentyLetters() {
    assertThat(entries(Readability.ofText("alpha,gamma,delta,sigma"))).hasSize(4);
    assertThat(entries(Readability.ofText("alpha,gamma,delta,sigm"))).isEmpty();
  }

  @Test
  void fewerLettersMustReadBetter() {
    assertThat(Readability.threshold(60, false)).isCloseTo(0.1, within(1e-9));
    assertThat(Readability.threshold(1000, false)).isCloseTo(0.1, within(1e-9));
    assertThat(Readability.threshold(20, false)).isCloseTo(0.42, within(1e-9));
    assertThat(Readability.threshold(40, true)).isCloseTo(-1, within(1e-9));
    assertThat(Readability.threshold(39, true)).isCloseTo(0.268, within(1e-9));
  }

  /** What certainly was stored encoded may be codes too, which read worse than words. */
  @Test
  void provenDataMayBeCodes() {
    String codes =
        "XJQ-1,KZV-2,WQX-3,VJK-4,ZXQ-5,QKW-6,JBX-7,XGK-8,QVZ-9,KJX-1,ZWQ-2,VXJ-3,QZK-4,JWV-5";
    assertThat(entries(Readability.ofText(codes, false))).isEmpty();
    List<String> fourteen = List.of(codes.split(","));
    assertThat(entries(Readability.ofEntries(fourteen, true))).hasSize(14);
    // Forty letters are the fewest of which that is believed, and thirteen codes have 39.
    assertThat(entries(Readability.ofEntries(fourteen.subList(0, 13), true))).isEmpty();
  }

  @Test
  void languageTagsAreAListThoughTheyReadLikeChance() {
    assertThat(entries(Readability.ofEntries(List.of("en_GB", "zh_CN", "pt_BR", "de_AT", "hu_HU"))))
        .hasSize(5);
  }

  @Test
  void severalPiecesAreTheEntriesThemselves() {
    List<byte[]> pieces =
        List.of("registry", "gateway", "mirror", "account").stream()
            .map(entry -> entry.getBytes(UTF_8))
            .toList();
    assertThat(entries(Readability.of(pieces)))
        .containsExactly("registry", "gateway", "mirror", "account");
  }

  @Test
  void readsLatin1WhereItIsMostlyAscii() {
    byte[] mostly = "münchen,zürich,köln,registry,gateway,mirror".getBytes(ISO_8859_1);
    assertThat(entries(Readability.of(List.of(mostly)))).contains("münchen", "köln");
    byte[] hardly = "éèêëàâäôöûüùîïç,éèêëàâäôöû,éèêëàâä,éèêëà".getBytes(ISO_8859_1);
    assertThat(Readability.of(List.of(hardly))).isEqualTo(Reading.NOISE);
  }

  @Test
  void textHoldsAtMostOneKindOfControlCharacter() {
    assertThat(Readability.isText("a\u0001b\u0001c\n\t\r")).isTrue();
    assertThat(Readability.isText("a\u0001b\u0002c")).isFalse();
  }

  @Test
  void textHoldsNoUnassignedPrivateOrLoneSurrogateCharacter() {
    assertThat(Readability.isText("😀")).isTrue();
    assertThat(Readability.isText("a\ud800b")).isFalse();
    assertThat(Readability.isText("a\ue000b")).isFalse();
    assertThat(Readability.isText("a\uffffb")).isFalse();
    assertThat(Readability.isText("a\ufffdb")).isFalse();
    assertThat(Readability.isText("")).isFalse();
  }

  @Test
  void readsAtMostTwoMillionBytes() {
    byte[] large = new byte[2_000_000];
    Arrays.fill(large, (byte) 'x');
    assertThat(Readability.of(List.of(large))).isInstanceOf(Reading.Prose.class);
    assertThat(Readability.of(List.of(Arrays.copyOf(large, 2_000_001)))).isEqualTo(Reading.NOISE);
  }
}
