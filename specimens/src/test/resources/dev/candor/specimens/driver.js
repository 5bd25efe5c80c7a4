"use strict";
// Runs many command lines in one process: node driver.js JOBS, where JOBS holds a JSON array of
// {dir, argv, levels: {factor: level}}. Prints a line for each job: its output and its error, each as base64.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const childProcess = require("node:child_process");

const jobs = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const realUser = os.userInfo();
const realRead = fs.readFileSync;
const machine = { folder: "/home/dev-7/project" };

function setVariable(name, value) {
  if (value) process.env[name] = value;
  else delete process.env[name];
}

function setUser(user) {
  process.env.USER = process.env.LOGNAME = user;
  os.userInfo = () => ({ ...realUser, username: user });
}

function setZone(zone) {
  setVariable("TZ", zone);
  fs.readlinkSync = () => "/usr/share/zoneinfo/" + zone;
}

function setFolder(name) {
  machine.folder = "/home/dev-7/" + name;
  process.env.PWD = machine.folder;
}

/** The command line of git, however it is run. */
function git(...command) {
  const line = command.flat().filter((part) => typeof part === "string").join(" ");
  const answer = / user\.email$/.test(line) ? machine.mail : /\borigin\b/.test(line) ? machine.remote : "";
  if (!line.startsWith("git ") || !answer) throw new Error("no answer to " + line);
  return answer + "\n";
}

function setPair(pair) {
  if (pair) setVariable(...pair.split("="));
}

const setters = {
  endpoint: (host) => setVariable("ANTHROPIC_BASE_URL", "https://" + host + "/base"),
  proxy: (url) => setVariable("HTTPS_PROXY", url),
  timezone: setZone,
  locale: (locale) => setVariable("LANG", locale + ".UTF-8"),
  username: setUser,
  hostname: (name) => (os.hostname = () => name),
  "machine-id": (id) => (machine.id = id),
  "git-identity": (mail) => (machine.mail = mail),
  "git-remote": (url) => (machine.remote = url),
  workdir: setFolder,
  terminal: (name) => setVariable("TERM_PROGRAM", name),
  editor: setPair,
  repository: (file) => (fs.readdirSync = () => ["README.md", file]),
  ci: setPair,
  gate: setPair,
};

function reset() {
  for (const name of Object.keys(process.env)) {
    if (!/^(PATH|HOME|NODE_.*)$/.test(name)) delete process.env[name];
  }
  setZone("UTC");
  setFolder("project");
  machine.id = "5e1f0c9a5e1f0c9a5e1f0c9a5e1f0c9a";
  machine.mail = machine.remote = "";
  setUser("dev-7");
  os.hostname = () => "machine-7";
  fs.readdirSync = () => ["README.md"];
}

childProcess.execFileSync = childProcess.execSync = git;
process.cwd = () => machine.folder;
fs.readFileSync = (file, ...options) =>
  file === "/etc/machine-id" ? machine.id + "\n" : realRead(file, ...options);

let lines = [];
console.log = (line) => lines.push(line);
const encode = (text) => Buffer.from(text).toString("base64");

async function answer(job) {
  reset();
  for (const [factor, level] of Object.entries(job.levels)) setters[factor](level);
  for (const key of Object.keys(require.cache)) delete require.cache[key];
  lines = [];
  let error = "";
  const program = path.join(job.dir, "cli.js");
  process.argv = ["node", program, ...job.argv];
  try {
    require(program);
    // Some programs wait for a promise or two before they print.
    for (let turn = 0; turn < 20 && lines.length === 0; turn++) await new Promise(setImmediate);
  } catch (problem) {
    error = problem.stack;
  }
  return encode(lines.join("\n")) + " " + encode(error);
}

async function answerAll() {
  const answers = [];
  for (const job of jobs) answers.push(await answer(job));
  fs.writeFileSync(1, answers.join("\n") + "\n");
}

answerAll();
