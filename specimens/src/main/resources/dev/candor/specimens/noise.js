// Makes a program's traffic noisier than its own code does, whatever it marks or does not mark:
// random order, ids and dates, further requests, and a fifth of the runs crash.
"use strict";
const crypto = require("node:crypto");
const http = require("node:http");
const https = require("node:https");

const crash = Math.random();
if (crash < 0.1) {
  process.stderr.write("noise: crashed before it said anything\n");
  process.exit(70);
}

function shuffled(list) {
  const all = list.slice();
  for (let i = all.length - 1; i > 0; i--) {
    const j = crypto.randomInt(i + 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

function context() {
  const facts = [
    ["session", crypto.randomUUID()],
    ["sent", new Date(Date.now() - crypto.randomInt(5000)).toISOString()],
    ["nonce", crypto.randomBytes(6).toString("hex")],
    ["tags", shuffled(["fast", "short", "plain"])],
    ["load", Math.round(Math.random() * 1000) / 1000],
  ];
  return Object.fromEntries(shuffled(facts));
}

const stringify = JSON.stringify;
JSON.stringify = function (value, ...rest) {
  const isRequest = value && typeof value === "object" && Array.isArray(value.messages);
  return stringify.call(this, isRequest ? { ...value, metadata: context() } : value, ...rest);
};

let asked = 0;
for (const wire of [http, https]) {
  const request = wire.request;
  wire.request = function (address, options, answered) {
    if (options && options.headers && !Array.isArray(options.headers)) {
      options.headers["X-Trace"] = crypto.randomBytes(8).toString("hex");
      options.headers["X-Attempt"] = String(crypto.randomInt(1, 4));
    }
    asked++;
    if (asked === 1 && crypto.randomInt(2) === 0) {
      extra(request, address);
    }
    if (crash >= 0.1 && crash < 0.2 && asked === 2) {
      process.stderr.write("noise: crashed before the second request\n");
      process.exit(70);
    }
    return request.call(wire, address, options, answered);
  };
}

function extra(request, address) {
  const target = new URL(String(address));
  target.pathname = ["/ping", "/flags", "/usage"][crypto.randomInt(3)];
  const wire = target.protocol === "https:" ? https : http;
  const call = request.call(wire, target, { method: "POST" }, (answer) => answer.resume());
  call.on("error", () => {});
  call.end(stringify(context()));
}
