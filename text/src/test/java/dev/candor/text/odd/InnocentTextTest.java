package dev.candor.text.odd;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.CharacterProperties;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import com.ibm.icu.util.UResourceBundleIterator;
import dev.candor.text.Visible;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as people and the Unicode Consortium write them: nothing is odd, nothing is changed. */
class InnocentTextTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /** Quote a sentence that was really marked, or hold test data of this kind. */
  private static final Set<String> MARKED =
      Set.of(
          "README.md",
          "docs/audit.md",
          "docs/decode.md",
          "docs/exposure.md",
          "docs/mechanism.md",
          "docs/real-tools.md",
          "docs/record.md",
          "docs/text.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Every morning the baker's boy sings; it's loud, isn't it? “Quite,” she said — ‘rather’.",
        "Der Bäcker sagte: „Brötchen gibt's um 7 Uhr“, z. B. für 3,50 €.",
        "« Où est la clé ? » demanda-t-il ; 1 234,50 € ou 12 345 F, l’été à Nîmes.",
        "L'uomo d'affari va all'estero. ¿Qué dices, mañana? ¡Sí! São três maçãs.",
        "Zażółć gęślą jaźń, w lesie i z domu. Příliš žluťoučký kůň v 5 hodin.",
        "Yarın sabah ılık bir çay alırım, ısıtırım. İstanbul'da kış.",
        "Hôm nay trời đẹp, tôi đi chợ mua rau. Ðá và nước.",
        "Ma ti a wel ar mor? Cʼhoant am eus da vont dʼar gêr.",
        "Oʻzbekiston – goʻzal mamlakat, sanʼat va taʼlim.",
        "Ina kwana? Ƴan mata da ʼyaʼya, ƙasa da ɗaki.",
        "Tʼanta mikhuni, wasiy pʼacha. Kʼicheʼ tzij.",
        "Сегодня в доме тепло, а на улице снег. Он и она у окна; т. е. всё хорошо.",
        "Сьогодні п’ять яблук і м'яч, об’єкт.",
        "Ο ήλιος ανατέλλει· τι ώρα είναι; Η γάτα κοιμάται.",
        "Η πηγή είναι εδώ\u037e Ναι.",
        "Բարեւ, ինչպե՞ս ես։ Ես լավ եմ։",
        "გამარჯობა, როგორ ხარ? ჩვენ სახლში ვართ.",
        "שלום, מה שלומך? קראתי ספר ב־2026, עמ׳ 5, צה״ל. \u200f(PDF)\u200f וגם C++\u200e.",
        "מחיר: \u200e-5 ש״ח, הודעה: \u2067שלום\u2069.",
        "اليوم ٢٠٢٦/٧/١، والطقس جميل؛ هل تريد قهوة؟ ملف الـPDF هنا\u200f!",
        "من می\u200cخواهم کتاب\u200cها را بخوانم؛ فایل PDF\u200cها و ۱۰\u200cتا هستند. ه\u200d.ش.",
        "آج موسم اچھا ہے۔ کیا آپ آئیں گے؟ ۵",
        "आज मौसम अच्छा है। क्\u200dष और र्\u200cक, २०२६ में।",
        "আজ আবহাওয়া ভালো। র\u200d্যাব ও ক্\u200cষ, ৪৫ টাকা।",
        "இன்று வானிலை நன்றாக உள்ளது. க்\u200cஷ",
        "ಇಂದು ಹವಾಮಾನ ಚೆನ್ನಾಗಿದೆ. ರ\u200d್ಯಾಂಕ್",
        "ഇന്ന് നല്ല കാലാവസ്ഥ. അവന്\u200d വന്നു.",
        "ශ්\u200dරී ලංකාව ලස්සනයි. ක්\u200dෂ",
        "วันนี้อากาศดี\u200bฉันไปตลาด ดูWebได้ที่ ๕ โมง",
        "ມື້ນີ້ອາກາດດີ\u200bຂ້ອຍໄປຕະຫຼາດ",
        "ថ្ងៃនេះ\u200bអាកាសធាតុ\u200bល្អ។",
        "ယနေ့\u200bရာသီဥတု ကောင်းသည်။",
        "བོད་སྐད་ནི་སྙན་པོ་ཡིན།",
        "今天天气很好，我们去公园。他说：“好的！”　共１２３元（USB接口）。",
        "今日はいい天気です。コーヒー、ください！　ノート・Wi‐Fi・ＡＢＣ。葛\udb40\udd00飾区",
        "오늘은 날씨가 좋습니다. \u1112\u119e\u11ab글 PDF파일",
        "ᠮᠣᠩᠭᠣᠯ\u180e\u1820 ᠪᠢᠴᠢᠭ\u180b",
        "ሰላም፣ እንዴት ነህ? ዛሬ ፭ ነው።",
        "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ",
        "5 µm, 3 kΩ, 10 μm, Δt, α = 0.05, NF-κB, TNFα, π ≈ 3.14, 20 °C, 1–5, −3, x ≤ y",
        "sinαcosβ and αx + βy, ρg, σ² with ℓ2 and ℝn, ℕ",
        "/ˈɪŋɡlɪʃ/ and [ɡɛt], /ɡəʊ/",
        "SMS-ка, PDFа, smsка, web-страница, JSON с полями, XML у файлі",
        "[a-zа-яё] и [А-ЯЁA-Z]",
        "The meeting is at 3:45\u202fPM, 10\u202f000\u00a0km, Jan\u00a05\u2009–\u20098; p.\u00a05.",
        "no\u00a0one minds a no-break space",
        "at its beginning",
        "line one\r\nline two\r\n\fpage two\n",
        "old\rline\rends\r",
        "\u001b[31mred\u001b[0m in a log",
        "N\bNA\bAM\bME\bE and _\bu",
        "e\u0301te\u0301, a\u0323\u0307, q\u0307\u0323 and z\u034f\u0301",
        "❤️ ⭐️ ☺︎ 1️⃣ #️⃣ 🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f 👩🏽‍💻 🏳️‍🌈 🇩🇪",
      })
  void sentencesAreLeftAlone(String text) {
    assertInnocent(text, text);
  }

  @Test
  void everyEmojiOfUnicodeIsLeftAlone() {
    List<String> emoji = new ArrayList<>();
    for (String one : CharacterProperties.getBinaryPropertySet(UProperty.RGI_EMOJI)) {
      emoji.add(one);
    }
    assertThat(emoji).hasSizeGreaterThan(3000);
    for (String one : emoji) {
      assertInnocent(one, one);
      assertInnocent("It is " + one + one + " now", one);
    }
  }

  static Stream<String> locales() {
    return Arrays.stream(ULocale.getAvailableLocales()).map(ULocale::getName);
  }

  /**
   * What CLDR has of each locale: names, dates, numbers, units, quotations. One text a locale, as a
   * translator's file would be; rules and sets of characters, which nobody reads as text, left out.
   */
  @ParameterizedTest
  @MethodSource("locales")
  void theTextsOfCldrAreLeftAlone(String locale) {
    StringBuilder all = new StringBuilder();
    for (String base : List.of("", "/lang", "/region", "/curr", "/unit", "/zone")) {
      UResourceBundle bundle =
          UResourceBundle.getBundleInstance(
              "com/ibm/icu/impl/data/icudata" + base,
              locale,
              UResourceBundle.class.getClassLoader());
      collect(bundle, all);
    }
    String text = all.toString();
    List<String> findings = new ArrayList<>();
    Oddities.find(
        text,
        finding -> {
          if (!isMistakeOfCldr(text, finding)) {
            findings.add(described(text, finding));
          }
        },
        note -> {});
    assertThat(findings).as(locale).isEmpty();
  }

  /**
   * Looked at by eye: Serbian, Kazakh, Ukrainian and other Cyrillic words with a Latin a, c, e, j,
   * o or x, and one English name with U+02BC.
   */
  private static boolean isMistakeOfCldr(String text, Oddity finding) {
    return finding.rule() == Rule.LETTER_OF_ANOTHER_SCRIPT && text.charAt(finding.start()) < 0x80
        || finding.rule() == Rule.APOSTROPHE
            && text.startsWith("Princeʼs Quarter", finding.start() - 6);
  }

  private static void collect(UResourceBundle bundle, StringBuilder all) {
    String key = bundle.getKey();
    if (key != null
        && (key.contains("xemplar") || key.equals("parse") || key.equals("characterLabel"))) {
      return;
    }
    switch (bundle.getType()) {
      case UResourceBundle.STRING -> all.append(bundle.getString()).append('\n');
      case UResourceBundle.ARRAY, UResourceBundle.TABLE -> {
        for (UResourceBundleIterator i = bundle.getIterator(); i.hasNext(); ) {
          collect(i.next(), all);
        }
      }
      default -> {}
    }
  }

  @Test
  void theProjectsOwnSourcesAreLeftAlone() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> {
            String path = PROJECT.relativize(file).toString();
            return path.matches(".*\\.(java|md|xml|sh|yaml|json|mjs)|LICENSE")
                && !path.matches(".*(/target/|/test/|node_modules|\\.git/).*")
                && !MARKED.contains(path);
          })
          .forEach(file -> assertInnocent(read(file), file.toString()));
    }
  }

  @Test
  void licencesOfLibrariesAreLeftAlone() throws IOException {
    int seen = 0;
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!path.endsWith(".jar")) {
        continue;
      }
      try (JarFile jar = new JarFile(path)) {
        for (Enumeration<JarEntry> i = jar.entries(); i.hasMoreElements(); ) {
          JarEntry entry = i.nextElement();
          if (entry.getName().matches("(?i).*(licen[cs]e|notice|readme|copying)[^/]*(?<!class)")
              && !entry.isDirectory()) {
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            assertInnocent(new String(bytes, StandardCharsets.UTF_8), path + entry.getName());
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(5);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertInnocent(String text, String what) {
    List<String> findings = new ArrayList<>();
    Oddities.find(text, finding -> findings.add(described(text, finding)), note -> {});
    assertThat(findings).as(what).isEmpty();
    assertThat(Oddities.canonical(text)).isEqualTo(text);
  }

  private static String described(String text, Oddity finding) {
    return "%s U+%04X in %s"
        .formatted(finding.rule().id(), text.codePointAt(finding.start()), around(text, finding));
  }

  private static String around(String text, Oddity finding) {
    return Visible.of(
        text.substring(
            Math.max(0, finding.start() - 20), Math.min(text.length(), finding.end() + 20)));
  }
}
