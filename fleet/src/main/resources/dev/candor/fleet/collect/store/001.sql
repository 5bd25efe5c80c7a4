-- A machine, or an image of one: the same name under another root is another.
CREATE TABLE machine (
  id {id},
  identity {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  root {text} NOT NULL,
  system {text} NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL
);
CREATE INDEX machine_by_name ON machine (name, id);
CREATE INDEX machine_by_time ON machine (last_seen);

-- One inventory. Its document goes first when it is old; that there was a look stays longer.
CREATE TABLE look (
  machine BIGINT NOT NULL REFERENCES machine (id) ON DELETE CASCADE,
  moment BIGINT NOT NULL,
  digest {text} NOT NULL,
  received BIGINT NOT NULL,
  document {bytes},
  PRIMARY KEY (machine, moment)
);

-- An installation was there in each look from first on, and not in the look gone.
CREATE TABLE period (
  id {id},
  machine BIGINT NOT NULL REFERENCES machine (id) ON DELETE CASCADE,
  identity {text} NOT NULL,
  tool {text} NOT NULL,
  purl {text} NOT NULL,
  version {text} NOT NULL,
  means {text} NOT NULL,
  place {text} NOT NULL,
  sha256 {text} NOT NULL,
  first BIGINT NOT NULL,
  gone BIGINT NOT NULL
);
CREATE INDEX period_by_machine ON period (machine, gone);
CREATE INDEX period_by_tool ON period (gone, tool, version, machine);
CREATE INDEX period_by_time ON period (first, id, machine, tool, version);
CREATE INDEX period_by_end ON period (gone, id);

-- What the policy says of installations that are there now, where it says anything.
CREATE TABLE rule (
  id {id},
  identity {text} NOT NULL UNIQUE,
  effect {text} NOT NULL,
  name {text} NOT NULL,
  reason {text} NOT NULL,
  replacement {text} NOT NULL
);
CREATE TABLE violation (
  period BIGINT PRIMARY KEY REFERENCES period (id) ON DELETE CASCADE,
  rule BIGINT NOT NULL REFERENCES rule (id),
  since BIGINT NOT NULL
);
CREATE INDEX violation_by_time ON violation (since, period);
CREATE INDEX violation_by_rule ON violation (rule, since, period);
