package dev.candor.audit.attest;

import dev.candor.audit.json.InertJson;
import dev.candor.core.InputException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Signed bytes with their type, as the <a
 * href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE envelope</a> has
 * them. Members that are not known are passed over, as it says.
 *
 * @param payloadType what the payload is
 * @param payload the bytes that are signed
 */
public record Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
  /** Of in-toto Statements. */
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /** Of a file: a third more than {@link #MOST_PAYLOAD}, and signatures. */
  public static final int MOST_BYTES = 65 << 20;

  /** An audit of thousands of trials takes less. */
  private static final int MOST_PAYLOAD = 48 << 20;

  private static final int MOST_SIGNATURES = 64;
  private static final int LONGEST_TYPE = 255;
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_SIGNATURE = 1024;

  /**
   * A signature.
   *
   * @param keyid says whose it may be; nothing is decided by it
   */
  public record Signed(Optional<String> keyid, byte[] signature) {}

  public Envelope {
    signatures = List.copyOf(signatures);
  }

  /** A payload of that type, signed with that key. */
  public static Envelope signed(String payloadType, byte[] payload, SigningKey key) {
    byte[] signature = key.sign(authenticated(payloadType, payload));
    return new Envelope(
        payloadType, payload, List.of(new Signed(Optional.of(key.verifying().id()), signature)));
  }

  /**
   * What is signed: type and payload, each with its length before it.
   *
   * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md">DSSE
   *     protocol, PAE</a>
   */
  static byte[] authenticated(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    byte[] head = ("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] between = (" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + type.length + between.length + payload.length)
        .put(head)
        .put(type)
        .put(between)
        .put(payload)
        .array();
  }

  /** Whether one of the signatures is by that key. */
  public boolean isSignedBy(VerifyingKey key) {
    byte[] message = authenticated(payloadType, payload);
    return signatures.stream().anyMatch(one -> key.verifies(message, one.signature()));
  }

  /** Whether the JSON looks like an envelope, be it a good one or not. */
  public static boolean is(JsonNode json) {
    return json.has("payload") || json.has("payloadType") || json.has("signatures");
  }

  /**
   * @param name of the file, for messages
   * @throws InputException naming the place, if it is no envelope, or beyond the bounds
   */
  public static Envelope of(String name, JsonNode json) {
    String type = text(name, "/payloadType", json.path("payloadType"), LONGEST_TYPE);
    byte[] payload =
        decoded(
            name, "/payload", text(name, "/payload", json.path("payload"), MOST_PAYLOAD / 3 * 4));
    JsonNode list = json.path("signatures");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_SIGNATURES) {
      throw unfit(name, "/signatures", "not a list of 1 to " + MOST_SIGNATURES + " signatures");
    }
    List<Signed> signatures = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      signatures.add(signature(name, "/signatures/" + i, list.get(i)));
    }
    return new Envelope(type, payload, signatures);
  }

  private static Signed signature(String name, String at, JsonNode json) {
    Optional<String> keyid =
        json.has("keyid")
            ? Optional.of(text(name, at + "/keyid", json.path("keyid"), LONGEST_ID))
            : Optional.empty();
    String sig = text(name, at + "/sig", json.path("sig"), LONGEST_SIGNATURE);
    return new Signed(keyid, decoded(name, at + "/sig", sig));
  }

  private static String text(String name, String at, JsonNode json, int longest) {
    if (!json.isString()) {
      throw unfit(name, at, "not a text");
    }
    String text = json.asString();
    if (text.length() > longest) {
      throw unfit(name, at, "longer than in any envelope");
    }
    return text;
  }

  /** Either alphabet (RFC 4648), with padding; one spelling only for the same bytes. */
  private static byte[] decoded(String name, String at, String text) {
    boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
      String again = (url ? Base64.getUrlEncoder() : Base64.getEncoder()).encodeToString(bytes);
      if (again.equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new InputException("%s, %s: not base64.".formatted(name, at), e);
    }
    throw unfit(name, at, "not base64 as it is written");
  }

  private static InputException unfit(String name, String at, String why) {
    return new InputException("%s, %s: %s.".formatted(name, at, why));
  }

  /** Writes it as JSON. */
  public void write(OutputStream out) {
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("payloadType", payloadType);
          json.writeStringProperty("payload", Base64.getEncoder().encodeToString(payload));
          InertJson.array(json, "signatures", signatures, Envelope::write);
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Signed one) {
    json.writeStartObject();
    one.keyid().ifPresent(id -> json.writeStringProperty("keyid", id));
    json.writeStringProperty("sig", Base64.getEncoder().encodeToString(one.signature()));
    json.writeEndObject();
  }
}
