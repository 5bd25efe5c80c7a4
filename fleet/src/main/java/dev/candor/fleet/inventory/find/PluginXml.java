package dev.candor.fleet.inventory.find;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a plugin's descriptor says of it (IntelliJ Platform SDK, "Plugin Configuration File").
 *
 * @param id its name where it has none
 */
record PluginXml(String id, Optional<String> version) {
  private static final int LONGEST = 256;
  private static final int DEEPEST = 200;

  /** Empty where it is no descriptor. Document types and what they refer to are not read. */
  static Optional<PluginXml> parse(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      Map<String, String> texts =
          texts(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
      return Optional.ofNullable(texts.getOrDefault("id", texts.get("name")))
          .map(id -> new PluginXml(id, Optional.ofNullable(texts.get("version"))));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  /** The texts of the elements right below the outermost; the first where there are several. */
  private static Map<String, String> texts(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (xml.hasNext() && depth <= DEEPEST) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth == 1 && !xml.getLocalName().equals("idea-plugin")) {
            return texts;
          }
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 2 && text.length() <= LONGEST) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String value = text.toString().strip();
          if (depth == 2 && !value.isEmpty() && value.length() <= LONGEST) {
            texts.putIfAbsent(xml.getLocalName(), value);
          }
          depth--;
        }
        default -> {}
      }
    }
    return texts;
  }
}
