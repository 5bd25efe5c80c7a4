package dev.candor.campaign.simulate;

/** What all accounts live in. */
record World(
    long seed,
    Calendar calendar,
    Parameters parameters,
    Networks networks,
    Tools tools,
    Models models) {
  static World of(SimulationRequest request) {
    Parameters parameters = request.parameters();
    Calendar calendar = new Calendar(request.first(), request.days());
    return new World(
        request.seed(),
        calendar,
        parameters,
        new Networks(request.seed(), request.organicAccounts(), parameters.population()),
        new Tools(request.seed(), parameters.use().tools()),
        Models.of(calendar, Draw.of(request.seed(), Names.WORLD)));
  }

  /** A fingerprint that all devices of one make have. */
  long make(Draw draw) {
    return Draw.mix(seed, Names.MAKE, draw.rank(parameters.use().fingerprints()));
  }

  /** A device of somebody's own. */
  long device(Draw draw) {
    return draw.chance(parameters.use().fingerprint()) ? make(draw) : draw.bits() | 1;
  }

  /** One of the texts that everybody sends. */
  long commonText(Draw draw) {
    return Draw.mix(seed, Names.COMMON, draw.rank(parameters.use().commonTexts()));
  }

  /** A template of the public collections. */
  long collected(int number) {
    return Draw.mix(seed, Names.COLLECTION, number);
  }
}
