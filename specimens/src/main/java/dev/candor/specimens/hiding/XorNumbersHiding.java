package dev.candor.specimens.hiding;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;
import java.util.List;

/** Joined, one-byte XOR, as an array of numbers. */
@AutoService(Hiding.class)
public final class XorNumbersHiding implements Hiding {
  @Override
  public String name() {
    return "xor-numbers";
  }

  @Override
  public Hidden hide(List<List<String>> tables, Js js) {
    return Joined.hide(new ByteCoding(new NumberArmour(), Xor.draw(js.draw())), tables, js);
  }
}
