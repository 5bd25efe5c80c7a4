// Deobfuscates one file with webcrack and tells which of the hidden entries its output shows.
//   node webcrack.mjs FILE WORDS
import { readFileSync } from "node:fs";
import { webcrack } from "webcrack";
import { shown } from "./words.mjs";

const [file, words] = process.argv.slice(2);
// Its own sandbox is a native library that only an install script builds. It would run decoders that
// it found in the file; the run fails if it finds one, and it finds none here.
const sandbox = async () => {
  throw new Error("webcrack found a decoder, and has no sandbox here");
};
const { code } = await webcrack(readFileSync(file, "utf8"), { sandbox });
console.log(`${shown(words, code)} entries in its output of ${(code.length / 1e6).toFixed(0)} million characters`);
