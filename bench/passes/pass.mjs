// node pass.mjs PASS IN OUT: what a build does to each program in the folders of IN, written to OUT. Files that are no
// JavaScript stay as they are.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import obfuscator from "javascript-obfuscator";
import { minify } from "terser";

const [pass, from, to] = process.argv.slice(2);
const ENTRY = "cli.js";

const scripts = (folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));

function eachFile(rewrite) {
  return async (folder) => {
    for (const script of scripts(folder)) {
      const file = join(folder, script);
      writeFileSync(file, await rewrite(readFileSync(file, "utf8"), file));
    }
  };
}

function obfuscated(options) {
  // The same seed gives the same code.
  return (code) =>
    obfuscator
      .obfuscate(code, { target: "node", seed: 1, ...options })
      .getObfuscatedCode();
}

const PASSES = {
  esbuild: (folder) => {
    const [bundle] = buildSync({
      entryPoints: [join(folder, ENTRY)],
      bundle: true,
      minify: true,
      platform: "node",
      write: false,
      logLevel: "error",
    }).outputFiles;
    for (const script of scripts(folder)) rmSync(join(folder, script));
    writeFileSync(join(folder, ENTRY), bundle.text);
  },
  terser: eachFile(async (code) => {
    const options = { compress: true, mangle: true, toplevel: true };
    return (await minify(code, options)).code;
  }),
  obfuscator: eachFile(obfuscated({})),
  "obfuscator-strings": eachFile(
    obfuscated({ stringArrayEncoding: ["base64"], splitStrings: true }),
  ),
};

cpSync(from, to, { recursive: true });
for (const name of readdirSync(to)) {
  try {
    await PASSES[pass](join(to, name));
  } catch (problem) {
    throw new Error(`${pass} failed on ${name}: ${problem.message}`, { cause: problem });
  }
}
