// Turns one JSON report into a row of survey.sh's table, and what was found into lines of a file.
//   node summary.mjs REPORT SECONDS STATUS FOUND
import { readFileSync, writeFileSync } from "node:fs";

const [report, seconds, status, found] = process.argv.slice(2);
const { subject, parts, static: read, notSeen } = JSON.parse(readFileSync(report, "utf8"));

const cell = (text) => String(text).replace(/[|\r\n]/g, " ");
const name = (purl) => decodeURIComponent(purl.replace(/^pkg:npm\//, ""));
const place = ({ module, start, end }) => `${module}:${start}-${end}`;
const shown = (values) => values.map((value) => JSON.stringify(value)).join(", ");

const names = [subject, ...parts].map((part) => name(part.purl ?? "")).join(" + ");
const entries = read.tables.reduce((sum, table) => sum + table.entries.length, 0);
const row = [names, seconds, status, read.tables.length, entries, read.unreadable.length, notSeen.length];
console.log(`| ${row.map(cell).join(" | ")} |`);

const lines = [`tables ${read.tables.length}`];
for (const table of read.tables) {
  lines.push(
    `- ${names}: ${table.id} [${table.encoding.join(", ")}] by ${table.recovery.by}, score ${table.score}, ` +
      `${table.entries.length} entries at ${place(table.location)} (${table.places.length} places, ` +
      `${table.uses.length} uses): ${shown(table.entries)}`,
  );
}
for (const list of read.unreadable) {
  lines.push(
    `- ${names}: ${list.id} unreadable, ${list.values.length} ${list.kind} at ${place(list.location)} ` +
      `(${list.places.length} places): ${shown(list.values.slice(0, 4))}`,
  );
}
for (const missed of notSeen) lines.push(`- ${names}: not seen: ${JSON.stringify(missed)}`);
writeFileSync(found, lines.join("\n") + "\n");
