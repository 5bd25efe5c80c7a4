package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Words that a search leaves out. */
@AutoService(Twin.class)
public final class StopWords implements Twin {
  @Override
  public String name() {
    return "stop-words";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @stop = new Set("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(" "));
        function @terms(@text) {
          return @text.toLowerCase().split(/\\W+/).filter((@word) => @word && !@stop.has(@word));
        }\
        """);
    return new Innocent(
        usual,
        js.code("@terms(\"the cat and the hat\").join(\"+\")"),
        "A joined word list that is split, but in clear.");
  }
}
