// What Node and browsers have beside ECMAScript, with nothing behind it. Clock and chance repeat.
(function (shared) {
  'use strict';
  const { host } = shared;
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
  shared.define = define;
  // Most slices need few of these: the file that defines a name runs when the name is first used.
  const loaded = new Set();
  shared.use = (file) => {
    if (loaded.has(file)) return shared;
    loaded.add(file);
    shared[file](shared);
    return shared;
  };
  const lazy = (file, ...names) => {
    for (const name of names) {
      Object.defineProperty(globalThis, name, {
        get: () => { shared.use(file); return globalThis[name]; },
        set: (value) => define(name, value),
        enumerable: false, configurable: true,
      });
    }
  };
  lazy('buffer', 'Buffer', 'TextEncoder', 'TextDecoder');
  lazy('modules', 'require', 'module', 'exports', 'crypto', '__filename', '__dirname');
  shared.inert = (name) => {
    const refuse = function () { throw new Error(name + ' is not available in the sandbox'); };
    return new Proxy(refuse, {
      get: (target, key) => typeof key === 'symbol' || key === 'then' || key === 'prototype' || key === 'toJSON'
        ? undefined : shared.inert(name + '.' + key),
    });
  };

  for (const name of ['global', 'window', 'self']) define(name, globalThis);

  // Each look at the clock finds it a millisecond later, so that waiting loops end.
  const RealDate = Date;
  let now = RealDate.UTC(2026, 0, 1);
  function SandboxDate(...fields) {
    if (!new.target) return new RealDate(now++).toString();
    return Reflect.construct(RealDate, fields.length ? fields : [now++], new.target);
  }
  Object.defineProperty(SandboxDate, 'name', { value: 'Date' });
  SandboxDate.prototype = RealDate.prototype;
  SandboxDate.prototype.constructor = SandboxDate;
  SandboxDate.UTC = RealDate.UTC;
  SandboxDate.parse = RealDate.parse;
  SandboxDate.now = () => now++;
  define('Date', SandboxDate);
  define('performance', { now: () => now++, timeOrigin: now });

  // Mulberry32 with a fixed seed.
  let seed = 0x9E3779B9;
  shared.random = () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  Math.random = shared.random;

  const nothing = () => {};
  define('console', new Proxy({}, { get: () => nothing }));
  for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame']) define(name, () => 0);
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask']) define(name, nothing);

  define('process', {
    env: {}, argv: ['node', 'slice'], execArgv: [], platform: 'linux', arch: 'x64', pid: 1, version: 'v22.0.0',
    versions: { node: '22.0.0', v8: '12.4.254', modules: '127' }, release: { name: 'node' }, exitCode: undefined,
    cwd: () => '/', uptime: () => 0, memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0 }),
    hrtime: Object.assign(() => [0, now++], { bigint: () => BigInt(now++) }),
    nextTick: nothing, emitWarning: nothing, on: nothing, once: nothing, off: nothing, emit: () => false,
    exit: () => { throw new Error('process.exit'); },
  });

  define('atob', (text) => {
    const compact = String(text).replace(/[\t\n\f\r ]/g, '').replace(/={1,2}$/, '');
    if (/[^A-Za-z0-9+/]/.test(compact) || compact.length % 4 === 1) throw new Error('Invalid character');
    return host('to-bytes', compact, 'base64');
  });
  define('btoa', (text) => {
    const bytes = String(text);
    if (/[^\0-\xFF]/.test(bytes)) throw new Error('Invalid character');
    return host('to-text', bytes, 'base64');
  });
  define('structuredClone', (value) => value);

  // Bytes cross to the host as one character each. The engine's own base64 carries many at a time,
  // where a loop of ours would take a hundred times as long.
  const { fromCharCode } = String;
  const { charCodeAt } = String.prototype;
  const { apply } = Reflect;
  const { setFromBase64, toBase64 } = Uint8Array.prototype;
  const FEW = 64;
  shared.pack = (array) => array.length <= FEW
    ? apply(fromCharCode, null, array)
    : host('to-bytes', apply(toBase64, array, []), 'base64');
  // Sets the bytes of an array of the text's length.
  shared.fill = (array, text) => {
    if (text.length > FEW) {
      apply(setFromBase64, array, [host('to-text', text, 'base64')]);
    } else {
      for (let i = 0; i < text.length; i++) array[i] = apply(charCodeAt, text, [i]);
    }
    return array;
  };
})
