package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Short names of emoji. */
@AutoService(Twin.class)
public final class EmojiNames implements Twin {
  @Override
  public String name() {
    return "emoji-names";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @emoji = "grinning,smiley,wink,blush,thinking,sleepy,sunglasses,heart,star,fire,rocket,tada,bug,wrench,memo,lock,key,bulb,zap,boom,sparkles,construction,recycle,package,truck,bookmark,art,lipstick,ambulance,globe".split(",");
        function @isEmoji(@word) {
          return @emoji.includes(@word.replace(/:/g, ""));
        }\
        """);
    return new Innocent(
        usual,
        js.code("@isEmoji(\":rocket:\")"),
        "A joined word list that is split, but in clear.");
  }
}
