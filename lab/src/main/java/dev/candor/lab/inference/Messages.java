package dev.candor.lab.inference;

import dev.candor.text.Utf8;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads requests, equal contents once. */
final class Messages {
  /** Deeper, and farther on in a list, requests of one kind differ. */
  private static final int DEPTH = 3;

  private static final int OPENING = 24;

  private final Map<ByteBuffer, Message.Read> known = new HashMap<>();

  Message of(Exchange exchange) {
    Request request = exchange.request();
    byte[] bytes = Content.of(request).bytes();
    Message.Read content = known.computeIfAbsent(ByteBuffer.wrap(bytes), _ -> read(bytes));
    Set<String> features = new HashSet<>(content.features());
    int query = request.target().indexOf('?');
    if (query >= 0) {
      for (String part : request.target().substring(query + 1).split("&", 100)) {
        features.add("query " + part.replaceFirst("=.*", ""));
      }
    }
    boolean proxied =
        exchange.connection().proxied().isPresent() || request.target().contains("://");
    return new Message(request, exchange.timing().started(), proxied, content, features);
  }

  private static Message.Read read(byte[] bytes) {
    Optional<String> text = Utf8.text(bytes);
    Optional<Json.Document> json = text.flatMap(Json::read);
    Set<String> features = new HashSet<>();
    features.add(bytes.length == 0 ? "empty" : json.isPresent() ? "json" : "other");
    json.ifPresentOrElse(
        document -> features(document.root(), "", 0, features),
        () -> text.ifPresent(t -> features.add(opening(t))));
    return new Message.Read(bytes, text, json, features);
  }

  static void features(Json node, String pointer, int depth, Set<String> into) {
    into.add(pointer);
    switch (node) {
      case Json.Members members when depth < DEPTH ->
          members
              .members()
              .forEach(member ->
                  features(member.value(), pointer + "/" + member.name(), depth + 1, into));
      case Json.Elements elements when depth < DEPTH -> {
        List<Json> all = elements.elements();
        into.add(pointer + " of " + Math.min(all.size(), 8));
        for (int i = 0; i < Math.min(all.size(), 8); i++) {
          features(all.get(i), pointer + "/" + i, depth + 1, into);
        }
      }
      case Json.Text text -> into.add(pointer + " " + opening(text.value()));
      default -> {}
    }
  }

  /** The first letters: what a text is about, whatever numbers and signs stand in it. */
  static String opening(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), 100) && letters.length() < OPENING; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
