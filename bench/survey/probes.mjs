// Draws probes of one JSON report by a seed, and shows each with the code around it.
//   node probes.mjs REPORT FOLDER NAME SEED COUNT
// Probes are drawn before places: the second place of any probe comes after the first of all.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";

const [report, folder, name, seed, count] = process.argv.slice(2);
const { probes } = JSON.parse(readFileSync(report, "utf8")).static;

// A linear congruential generator (Knuth's MMIX constants): the same on any machine.
let state = BigInt(seed);
const below = (bound) => {
  state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
  return Number((state >> 33n) % BigInt(bound));
};
const shuffled = (list) => {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
};

// Bytes of a place with some more on both sides; those of a carved module count from its file.
const around = ({ module, start, end }, more) => {
  const from = Math.max(0, start - more);
  const bytes = Buffer.alloc(Math.min(end - from, 800) + more);
  const file = openSync(join(folder, module.split("!")[0]), "r");
  const got = readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  const text = (a, b) => bytes.subarray(a, Math.min(b, got)).toString("utf8");
  return `${text(0, start - from)}⟦${text(start - from, end - from)}⟧${text(end - from, got)}`;
};
// On one line: most code is minified anyway.
const quoted = (text) => "    " + text.replace(/\s+/g, " ").trim();

const queue = shuffled(probes).map((probe) => ({ probe, places: shuffled(probe.places) }));
const drawn = [];
for (let round = 0; drawn.length < count && queue.some((one) => round < one.places.length); round++) {
  for (const { probe, places } of queue) {
    if (drawn.length < count && round < places.length) drawn.push({ probe, place: places[round], round });
  }
}

const places = probes.reduce((sum, probe) => sum + probe.places.length, 0);
console.log(`## ${name}: ${probes.length} probes at ${places} places; ${drawn.length} drawn by seed ${seed}\n`);
drawn.forEach(({ probe, place, round }, i) => {
  console.log(`${i + 1}. ${probe.factor}: ${probe.reads}, ${place.module}:${place.start}-${place.end}\n`);
  console.log(quoted(around(place, 240)) + "\n");
  // What it is compared with belongs to the probe, and is shown with the first of its places.
  for (const compared of round > 0 ? [] : shuffled(probe.compares).slice(0, 3)) {
    const { module, start, end } = compared.location;
    const values = compared.values.slice(0, 8).map((value) => JSON.stringify(value)).join(", ");
    const more = compared.values.length > 8 ? ` and ${compared.values.length - 8} more` : "";
    console.log(`   ${compared.match} ${values}${more}, ${module}:${start}-${end}\n`);
    console.log(quoted(around(compared.location, 100)) + "\n");
  }
});
