// Analyses one file with js-x-ray and tells which of the hidden entries its warnings show.
//   node js-x-ray.mjs FILE WORDS
import { readFileSync } from "node:fs";
import { AstAnalyser } from "@nodesecure/js-x-ray";
import { shown } from "./words.mjs";

const [file, words] = process.argv.slice(2);
// The optional warnings too, so that nothing it could find is left out.
const { warnings } = new AstAnalyser({ optionalWarnings: true }).analyse(readFileSync(file, "utf8"));
console.log(`${shown(words, JSON.stringify(warnings))} entries in its ${warnings.length} warnings`);
