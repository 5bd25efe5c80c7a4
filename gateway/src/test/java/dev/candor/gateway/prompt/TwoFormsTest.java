package dev.candor.gateway.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.gateway.prompt.TwoForms.Variation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoFormsTest {
  private final TwoForms forms = new TwoForms(3, 4);

  @Test
  void tellsASentenceWithAnotherApostrophe() {
    assertThat(forms.look("a", "Hello. Today's date is known.")).isEmpty();
    assertThat(forms.look("a", "Bye. Today\u2019s date is known.\nMore"))
        .containsExactly(new Variation(10, 11, "'", "\u2019"));
  }

  @Test
  void tellsADateWithAnotherSeparatorOnAnotherDay() {
    assertThat(forms.look("a", "The date is 2026-06-30.")).isEmpty();
    assertThat(forms.look("a", "The date is 2026-07-01.")).isEmpty();
    assertThat(forms.look("a", "The date is 2026/07/02."))
        .containsExactly(new Variation(16, 20, "--", "//"));
  }

  @ParameterizedTest
  @CsvSource({
    "It is \"so\" they say, It is \u201cso\u201d they say",
    "well-known things, well\u2011known things",
    "one\u00a0two three, one\u202ftwo three",
    "Don't \u2013 ever, Don't \u2014 ever"
  })
  void tellsOtherSigns(String before, String now) {
    assertThat(forms.look("a", before)).isEmpty();
    assertThat(forms.look("a", now)).hasSize(1);
  }

  @Test
  void tellsEachFormOnce() {
    assertThat(forms.look("a", "Today's the day")).isEmpty();
    assertThat(forms.look("a", "Today\u2019s the day")).hasSize(1);
    assertThat(forms.look("a", "Today's the day")).isEmpty();
    assertThat(forms.look("a", "Today\u2019s the day")).isEmpty();
    assertThat(forms.look("a", "Today\u02bcs the day")).hasSize(1);
  }

  @Test
  void otherClientsAndOtherWordsAreOthers() {
    assertThat(forms.look("a", "Today's the day")).isEmpty();
    assertThat(forms.look("b", "Today\u2019s the day")).isEmpty();
    assertThat(forms.look("a", "Today\u2019s the night")).isEmpty();
    assertThat(forms.look("a", "a path 2026/07/01/x and 12/34 or 1-2")).isEmpty();
  }

  @Test
  void forgetsWhatWasNotHeardOfForLong() {
    assertThat(forms.look("a", "Today's the day")).isEmpty();
    for (int i = 0; i < 4; i++) {
      assertThat(forms.look("a", "It's another word " + "x".repeat(i + 1))).isEmpty();
    }
    assertThat(forms.look("a", "Today\u2019s the day")).isEmpty();

    for (String client : new String[] {"b", "c", "d"}) {
      assertThat(forms.look(client, "Today's the day")).isEmpty();
    }
    assertThat(forms.look("a", "Today's the day")).isEmpty();
  }
}
