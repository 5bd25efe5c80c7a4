package dev.candor.specimens;

/** A specimen that can be made for any seed. */
interface Blueprint {
  /** The same for every seed. */
  String name();

  Specimen make(long seed);
}
