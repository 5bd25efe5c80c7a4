// require(): the pure parts of Node's buffer, crypto, zlib, util, string_decoder; the rest is inert.
(function (shared) {
  'use strict';
  const { host, define, inert, random, Buffer, TextEncoder, TextDecoder, unpack, packed } = shared.use('buffer');
  const answer = (what, text) => {
    if (text === null) throw new Error(what + ' failed');
    return text;
  };
  const output = (text, encoding) =>
    encoding && encoding !== 'buffer' ? unpack(text).toString(encoding) : unpack(text);
  // Text that is given out piece by piece must not be cut within a character: how much of the end to keep back.
  const incomplete = (bytes, encoding) => {
    if (/^base64/.test(encoding)) return bytes.length % 3;
    if (/^(utf-?16|ucs-?2)/.test(encoding)) return bytes.length % 2;
    if (!/^utf-?8$/.test(encoding)) return 0;
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes.charCodeAt(bytes.length - back);
      if (byte >= 0xC0) return back < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? back : 0;
      if (byte < 0x80) return 0;
    }
    return 0;
  };

  class Decipher {
    #id; #kept = '';
    constructor(direction, name, key, iv) {
      const bytes = (value) => value === null || value === undefined ? '' : packed(value.key ?? value);
      this.#id = answer(name, host('cipher', direction, String(name), bytes(key), bytes(iv)));
    }
    update(data, from, to) {
      const bytes = this.#kept + answer('update', host('cipher-update', this.#id, packed(data, from)));
      const end = bytes.length - (to ? incomplete(bytes, String(to).toLowerCase()) : 0);
      this.#kept = bytes.slice(end);
      return output(bytes.slice(0, end), to);
    }
    final(to) { return output(this.#kept + answer('final', host('cipher-final', this.#id)), to); }
    setAutoPadding(on = true) { if (!on) host('cipher-padding', this.#id); return this; }
    setAuthTag(tag, from) { host('cipher-tag', this.#id, packed(tag, from)); return this; }
    getAuthTag() { return unpack(host('cipher-tag', this.#id, '')); }
    setAAD(data) { host('cipher-aad', this.#id, packed(data)); return this; }
  }
  class Hash {
    #name; #key; #data = '';
    constructor(name, key) { this.#name = String(name); this.#key = key; this.digestOf(''); }
    update(data, from) { this.#data += packed(data, from); return this; }
    digest(to) { return output(this.digestOf(this.#data), to); }
    digestOf(data) {
      return answer(this.#name, this.#key === undefined ? host('hash', this.#name, data) : host('hmac', this.#name, this.#key, data));
    }
  }
  const randomBytes = (size) => { const out = Buffer.alloc(size); for (let i = 0; i < size; i++) out[i] = random() * 256; return out; };
  const getRandomValues = (array) => { for (let i = 0; i < array.length; i++) array[i] = random() * 4294967296; return array; };
  const crypto = {
    createDecipheriv: (name, key, iv) => new Decipher('decrypt', name, key, iv),
    createCipheriv: (name, key, iv) => new Decipher('encrypt', name, key, iv),
    createHash: (name) => new Hash(name),
    createHmac: (name, key) => new Hash(name, packed(key.key ?? key)),
    hash: (name, data, to = 'hex') => new Hash(name).update(data).digest(to),
    createSecretKey: (key, from) => ({ type: 'secret', key: typeof key === 'string' ? Buffer.from(key, from) : key }),
    pbkdf2Sync: (password, salt, iterations, size, name) =>
      unpack(answer('pbkdf2', host('pbkdf2', String(name), packed(password), packed(salt), String(iterations), String(size)))),
    scryptSync: (password, salt, size, { N, cost = 16384, r, blockSize = 8, p, parallelization = 1 } = {}) =>
      unpack(answer('scrypt', host('scrypt', packed(password), packed(salt), String(N ?? cost), String(r ?? blockSize),
        String(p ?? parallelization), String(size)))),
    timingSafeEqual: (a, b) => Buffer.compare(a, b) === 0,
    randomBytes, getRandomValues,
    randomInt: (low, high) => high === undefined ? Math.floor(random() * low) : low + Math.floor(random() * (high - low)),
    randomUUID: () => randomBytes(16).toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  };
  crypto.webcrypto = { getRandomValues, randomUUID: crypto.randomUUID, subtle: inert('crypto.subtle') };
  define('crypto', crypto.webcrypto);

  const inflate = (format) => (data) => unpack(answer(format, host('inflate', format, packed(data))));
  const zlib = {
    gunzipSync: inflate('gzip'), inflateSync: inflate('deflate'), inflateRawSync: inflate('deflate-raw'),
    unzipSync: inflate('any'), brotliDecompressSync: inflate('brotli'), constants: {},
  };
  const { atob, btoa } = globalThis;
  class StringDecoder {
    #encoding; #kept = '';
    constructor(encoding = 'utf8') { this.#encoding = String(encoding).toLowerCase(); }
    write(data) {
      const bytes = this.#kept + packed(data);
      const end = bytes.length - incomplete(bytes, this.#encoding);
      this.#kept = bytes.slice(end);
      return output(bytes.slice(0, end), this.#encoding);
    }
    end(data) {
      const bytes = this.#kept + (data === undefined ? '' : packed(data));
      this.#kept = '';
      return output(bytes, this.#encoding);
    }
  }
  const modules = {
    buffer: { Buffer, SlowBuffer: Buffer, atob, btoa, constants: { MAX_LENGTH: 1 << 24 } },
    crypto, zlib, process: globalThis.process, string_decoder: { StringDecoder },
    util: { TextDecoder, TextEncoder, promisify: (f) => f, inherits() {}, deprecate: (f) => f, inspect: String, types: {} },
  };
  const require = (name) => {
    const bare = String(name).replace(/^node:/, '');
    return Object.hasOwn(modules, bare) ? modules[bare] : inert(bare);
  };
  for (const name of Object.keys(modules)) modules[name].default ??= modules[name];
  require.resolve = (name) => name;
  require.cache = {};
  const module = { exports: {}, id: '.', loaded: false, children: [], paths: [], createRequire: () => require };
  modules.module = module;
  define('require', require);
  define('module', module);
  define('exports', module.exports);
  define('__filename', '/slice.js');
  define('__dirname', '/');
})
