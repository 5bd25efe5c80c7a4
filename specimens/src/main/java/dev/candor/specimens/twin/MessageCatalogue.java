package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Messages in several languages, escaped by a bundler. */
@AutoService(Twin.class)
public final class MessageCatalogue implements Twin {
  @Override
  public String name() {
    return "message-catalogue";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @messages = {
          de: ["Datei nicht gefunden", "Zeit\\u00fcberschreitung", "Verbindung abgelehnt", "Ung\\u00fcltige Antwort"],
          fr: ["Fichier introuvable", "D\\u00e9lai d\\u00e9pass\\u00e9", "Connexion refus\\u00e9e", "R\\u00e9ponse invalide"],
          ru: ["\\u0424\\u0430\\u0439\\u043b \\u043d\\u0435 \\u043d\\u0430\\u0439\\u0434\\u0435\\u043d", "\\u0412\\u0440\\u0435\\u043c\\u044f \\u0432\\u044b\\u0448\\u043b\\u043e", "\\u041e\\u0442\\u043a\\u0430\\u0437", "\\u041e\\u0448\\u0438\\u0431\\u043a\\u0430"],
          zh: ["\\u627e\\u4e0d\\u5230\\u6587\\u4ef6", "\\u8d85\\u65f6", "\\u8fde\\u63a5\\u88ab\\u62d2\\u7edd", "\\u65e0\\u6548\\u54cd\\u5e94"]
        };
        const @bold = (@text) => "\\x1b[1m" + @text + "\\x1b[22m";\
        """);
    return new Innocent(
        usual,
        js.code("@bold(@messages.de[0]).length"),
        "Escaped strings, but messages that the program shows.");
  }
}
