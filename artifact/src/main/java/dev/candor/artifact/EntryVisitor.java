package dev.candor.artifact;

/** Is given each file of an artifact, one after the other, in stored order. */
@FunctionalInterface
public interface EntryVisitor {
  void visit(Entry entry);
}
