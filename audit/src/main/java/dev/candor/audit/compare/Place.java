package dev.candor.audit.compare;

import dev.candor.audit.observed.Observed;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.PathShape;
import dev.candor.lab.receipt.Receipt;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a fact stands, without what differs from run to run or from release to release: numbers and
 * ids in paths, names of models, places in lists, the spelling of a value.
 *
 * @param destination the host, or {@link Observed#ENDPOINT}
 * @param request as {@code POST /v1/messages}
 * @param where {@code target}, {@code host}, {@code header NAME}, {@code body} or {@code body
 *     /json/pointer}
 * @param rendering {@code plain}, {@code hex}, {@code base64}, or the name of a digest
 */
public record Place(String destination, String request, String where, String rendering) {
  private static final Pattern MODEL = Pattern.compile("(?<=/models/)[^/:]+(?=[/:]|$)");
  private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$| )");
  private static final String NUMBER = " #[0-9]+$";
  private static final String NAME = " (its name)";
  private static final String LOOK_UP = "look-up";

  static Place of(Receipt.Entry entry) {
    return new Place(
        entry.destination(), shape(entry.request()), where(entry), spelling(entry.rendering()));
  }

  /** Of a signal, as {@code POST /v1/messages, body /messages/*}. */
  public static String of(Carrier carrier) {
    return shape(carrier.request().replaceFirst(NUMBER, ""))
        + ", "
        + INDEX.matcher(carrier.where()).replaceAll("/*");
  }

  /** A request with the shape of its path. */
  public static String shape(String request) {
    int space = request.indexOf(' ');
    String path = MODEL.matcher(request.substring(space + 1)).replaceAll("*");
    return request.substring(0, space + 1) + PathShape.of(path);
  }

  /** Whether it is the endpoint that was told. */
  public boolean isEndpoint() {
    return destination.equals(Observed.ENDPOINT);
  }

  Place at(String other) {
    return new Place(other, request, where, rendering);
  }

  private static String where(Receipt.Entry entry) {
    String where = entry.where();
    if (where.startsWith("header ")) {
      return where.toLowerCase(Locale.ROOT);
    }
    // A place that is named by the value would be another one for each value.
    if (where.endsWith(NAME) || entry.request().equals(LOOK_UP)) {
      String value = entry.fact().value();
      for (String spelt : List.of(value.replace("~", "~0").replace("/", "~1"), value)) {
        where = where.replaceAll("(?<!\\w)" + Pattern.quote(spelt) + "(?!\\w)", "*");
      }
    }
    return INDEX.matcher(where).replaceAll("/*");
  }

  /** Which of several spellings it has, depends on the value: on its letters and its length. */
  private static String spelling(String rendering) {
    return switch (rendering) {
      case "plain, other case", "percent", "JSON escapes" -> "plain";
      case "base64, within" -> "base64";
      default -> rendering.replaceFirst(" in (hex|base64)(, cut)?$", "");
    };
  }
}
