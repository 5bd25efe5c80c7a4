"use strict";
// Runs many command lines in one process: node driver.js JOBS, where JOBS holds a JSON array of
// {dir, argv, levels: {factor: level}}. Prints a line for each job: its output and its error, each as base64.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const childProcess = require("node:child_process");

const jobs = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const realUser = os.userInfo();

function setVariable(name, value) {
  if (value) process.env[name] = value;
  else delete process.env[name];
}

function setUser(user) {
  process.env.USER = process.env.LOGNAME = user;
  os.userInfo = () => ({ ...realUser, username: user });
}

function setPair(pair) {
  if (pair) setVariable(...pair.split("="));
}

const setters = {
  endpoint: (host) => setVariable("ANTHROPIC_BASE_URL", "https://" + host + "/base"),
  proxy: (url) => setVariable("HTTPS_PROXY", url),
  timezone: (zone) => setVariable("TZ", zone),
  locale: (locale) => setVariable("LANG", locale + ".UTF-8"),
  username: setUser,
  hostname: (name) => (os.hostname = () => name),
  "git-identity": (mail) => (childProcess.execFileSync = () => mail + "\n"),
  repository: (file) => (fs.readdirSync = () => ["README.md", file]),
  ci: setPair,
  gate: setPair,
};

function reset() {
  for (const name of Object.keys(process.env)) {
    if (!/^(PATH|HOME|NODE_.*)$/.test(name)) delete process.env[name];
  }
  process.env.TZ = "UTC";
  setUser("dev-7");
  os.hostname = () => "machine-7";
  childProcess.execFileSync = () => {
    throw new Error("no git here");
  };
  fs.readdirSync = () => ["README.md"];
}

let lines = [];
console.log = (line) => lines.push(line);
const encode = (text) => Buffer.from(text).toString("base64");

const answers = jobs.map((job) => {
  reset();
  for (const [factor, level] of Object.entries(job.levels)) setters[factor](level);
  for (const key of Object.keys(require.cache)) delete require.cache[key];
  lines = [];
  let error = "";
  const program = path.join(job.dir, "cli.js");
  process.argv = ["node", program, ...job.argv];
  try {
    require(program);
  } catch (problem) {
    error = problem.stack;
  }
  return encode(lines.join("\n")) + " " + encode(error);
});
fs.writeSync(1, answers.join("\n") + "\n");
