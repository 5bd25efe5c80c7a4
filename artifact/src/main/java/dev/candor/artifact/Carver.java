package dev.candor.artifact;

import java.util.List;

/**
 * Finds the files that one kind of packer puts into a larger file. One class for each format, found
 * by {@link java.util.ServiceLoader}. The content is hostile: an implementation checks every offset
 * and count before it uses it, reads no more than the headers, and answers with an empty list when
 * anything does not fit.
 */
public interface Carver {
  /**
   * The pieces in any order; pieces that overlap an earlier one in the list are dropped by the
   * caller. Empty when the content is not of this format.
   */
  List<Piece> carve(Content content);
}
