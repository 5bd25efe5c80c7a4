// Tells how many of the entries that hidden.mjs wrote to WORDS stand in a tool's output.
import { readFileSync } from "node:fs";

export function shown(words, text) {
  return JSON.parse(readFileSync(words, "utf8"))
    .map((hidden) => `${hidden.filter((entry) => text.includes(entry)).length} of ${hidden.length}`)
    .join(" and ");
}
