package dev.candor.audit.terminal;

import dev.candor.audit.Rendering;
import dev.candor.audit.recording.ModelText;
import dev.candor.text.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Characters of what models read that a person takes for others or does not see. */
record MarkSection(Page page, boolean all) {
  private static final int AROUND = 24;
  private static final int ROWS = 12;
  private static final int PLACES = 3;

  private record Place(ModelText text, Mark mark) {}

  void write(List<ModelText> texts) {
    Map<Integer, List<Place>> marks = new LinkedHashMap<>();
    for (ModelText text : texts) {
      for (Mark mark : Mark.in(text.text())) {
        marks.computeIfAbsent(mark.codePoint(), c -> new ArrayList<>()).add(new Place(text, mark));
      }
    }
    if (marks.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "Characters that read as others, in what models read");
    page.text("  Prose has many of them for good reasons; that one stands there proves nothing.");
    marks.entrySet().stream()
        // Who is alone is not typography.
        .sorted((one, other) -> Integer.compare(one.getValue().size(), other.getValue().size()))
        .limit(all ? marks.size() : ROWS)
        .forEach(mark -> row(mark.getKey(), mark.getValue()));
    if (!all && marks.size() > ROWS) {
      page.aside("… %d more characters; --all shows them".formatted(marks.size() - ROWS));
    }
  }

  private void row(int codePoint, List<Place> places) {
    page.text("  %s, %s".formatted(Rendering.of(Character.toString(codePoint)), times(places)));
    places.stream()
        .limit(all ? places.size() : places.size() > PLACES ? 1 : PLACES)
        .forEach(place ->
            page.aside(
                "  \"%s\" in request %d at %s"
                    .formatted(around(place), place.text().exchange(), place.text().pointer())));
  }

  private static String times(List<Place> places) {
    return places.size() == 1 ? "once" : places.size() + " times";
  }

  private static String around(Place place) {
    String text = place.text().text();
    int at = place.mark().offset();
    int from = Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND);
    int line = text.indexOf('\n', at);
    int to = Math.min(line < 0 ? text.length() : line, at + AROUND);
    return text.substring(whole(text, from), whole(text, to));
  }

  /** Not in the middle of a surrogate pair. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }
}
