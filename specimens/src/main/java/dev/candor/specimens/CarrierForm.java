package dev.candor.specimens;

import java.util.List;

/**
 * Where a specimen's traffic varies, and how.
 *
 * @param name of the kind, as {@code apostrophe}
 * @param form {@code plain}, {@code format}, {@code lookalike}, {@code invisible}, {@code order},
 *     {@code numeric}, {@code wording} or {@code opaque}
 * @param place {@code prompt}, {@code header}, {@code body} or {@code second-request}
 * @param symbols what can stand there: the unmarked first
 */
public record CarrierForm(String name, String form, String place, List<String> symbols) {
  public CarrierForm {
    symbols = List.copyOf(symbols);
  }
}
