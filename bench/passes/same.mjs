// node same.mjs IN OUT: names the programs in the folders of OUT that do not print what those of IN print; a label
// is only true of code that still does the same. The programs are our own; they read the environment and print.
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const [before, after] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const write = console.log;
const processes = require("node:child_process");

// Chance and git would tell two runs apart, or speak on standard error.
Math.random = () => 0.25;
processes.execSync = processes.execFileSync = () => {
  throw new Error("nothing is run");
};

async function prints(folder, flag) {
  const lines = [];
  const program = join(resolve(folder), "cli.js");
  for (const key of Object.keys(require.cache)) delete require.cache[key];
  process.argv = ["node", program, flag];
  console.log = (line) => lines.push(line);
  try {
    require(program);
    // Some wait for a promise or two before they print.
    for (let turn = 0; turn < 20 && lines.length === 0; turn++) await new Promise(setImmediate);
  } catch (problem) {
    lines.push(String(problem));
  }
  console.log = write;
  return lines.join("\n");
}

let differ = 0;
for (const name of readdirSync(before)) {
  for (const flag of ["--print-tables", "--print-prompt"]) {
    const [old, now] = [await prints(join(before, name), flag), await prints(join(after, name), flag)];
    if (old !== now || old === "") {
      write(`${name} ${flag}: ${old.slice(0, 100)} became ${now.slice(0, 100)}`);
      differ++;
    }
  }
}
process.exitCode = differ > 0 ? 1 : 0;
