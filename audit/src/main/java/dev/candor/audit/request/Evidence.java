package dev.candor.audit.request;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a report as a file.
 *
 * @param sha256 of the file, in hexadecimal digits
 * @param keyIds of its signatures, as the file names them; none where it bears no signature
 * @param signedBy the key by which it is signed, where that was checked
 */
public record Evidence(String sha256, List<String> keyIds, Optional<String> signedBy) {
  public Evidence {
    keyIds = List.copyOf(keyIds);
  }
}
