package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, XOR with the byte before, base64. */
@AutoService(Hiding.class)
public final class XorFeedbackHiding implements Hiding {
  @Override
  public String name() {
    return "xor-feedback";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new Base64Armour(), XorFeedback.draw(js.draw())), tables, js);
  }
}
