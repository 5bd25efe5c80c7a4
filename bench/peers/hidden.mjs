// From candor's JSON report and the file it is about: which entries of each table the file shows
// nowhere, so that a tool which shows them has decoded something. Prints the tables' sizes.
//   node hidden.mjs REPORT FILE WORDS
import { readFileSync, writeFileSync } from "node:fs";

const [report, file, words] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const tables = JSON.parse(readFileSync(report, "utf8")).static.tables.map(({ entries }) => entries);
const hidden = tables.map((entries) => entries.filter((entry) => !text.includes(entry)));
writeFileSync(words, JSON.stringify(hidden));
console.log(tables.map((entries) => entries.length).join(", "));
