package dev.candor.specimens.hiding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;
import java.util.List;
import java.util.stream.Stream;

/** Text as UTF-8, through layers in the order given, into an armour. */
record ByteCoding(Armour armour, List<Layer> layers) implements Coding {
  ByteCoding {
    layers = List.copyOf(layers);
  }

  ByteCoding(Armour armour, Layer... layers) {
    this(armour, List.of(layers));
  }

  @Override
  public List<String> steps() {
    return Stream.concat(armour.steps().stream(), layers.reversed().stream().map(Layer::step))
        .toList();
  }

  @Override
  public String store(String text, Js js) {
    byte[] bytes = text.getBytes(UTF_8);
    for (Layer layer : layers) {
      bytes = layer.encode(bytes);
    }
    return armour.store(bytes, js);
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    String bytes = armour.read(stored, js);
    for (Layer layer : layers.reversed()) {
      bytes = layer.decode(bytes, js);
    }
    return Idioms.text(js, bytes, ascii);
  }
}
