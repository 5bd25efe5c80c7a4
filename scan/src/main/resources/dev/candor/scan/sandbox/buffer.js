// Node's Buffer (nodejs.org/api/buffer.html) over Uint8Array, and the Encoding standard's two classes.
(function (shared) {
  'use strict';
  const { host, define, pack, fill } = shared;
  const { fromCharCode } = String;
  const { charCodeAt } = String.prototype;
  const unpack = (text) => fill(new FastBuffer(text.length), text);
  const asBytes = (value) => {
    if (value instanceof Uint8Array) return value;
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    throw new TypeError('not bytes');
  };
  const encode = (text, encoding) => {
    const packed = host('to-bytes', text, String(encoding || 'utf8'));
    if (packed === null) throw new TypeError('Unknown encoding: ' + encoding);
    return packed;
  };
  const decode = (bytes, encoding) => {
    const text = host('to-text', pack(bytes), String(encoding || 'utf8'));
    if (text === null) throw new TypeError('Unknown encoding: ' + encoding);
    return text;
  };
  // Strings in the given encoding, or anything that has bytes, to one character a byte.
  const packed = (value, encoding) => typeof value === 'string' ? encode(value, encoding) : pack(asBytes(value));

  class FastBuffer extends Uint8Array {
    toString(encoding, start = 0, end = this.length) { return decode(super.subarray(Math.max(0, start), Math.max(0, end)), encoding); }
    toLocaleString(encoding, start, end) { return this.toString(encoding, start, end); }
    slice(start, end) { return this.subarray(start, end); }
    equals(other) { return pack(this) === pack(asBytes(other)); }
    compare(other) { return Buffer.compare(this, other); }
    indexOf(value, from = 0, encoding = 'utf8') {
      if (typeof value === 'number') return super.indexOf(value & 255, from);
      if (typeof from === 'string') [from, encoding] = [0, from];
      return pack(this).indexOf(packed(value, encoding), from < 0 ? from + this.length : from);
    }
    lastIndexOf(value, from, encoding) {
      return pack(this).lastIndexOf(typeof value === 'number' ? fromCharCode(value & 255) : packed(value, encoding), from);
    }
    includes(value, from, encoding) { return this.indexOf(value, from, encoding) >= 0; }
    write(text, offset = 0, length = this.length, encoding = 'utf8') {
      if (typeof offset === 'string') [offset, encoding] = [0, offset];
      if (typeof length === 'string') [length, encoding] = [this.length, length];
      const bytes = encode(text, encoding).slice(0, Math.min(length, this.length - offset));
      fill(super.subarray(offset), bytes);
      return bytes.length;
    }
    fill(value, start = 0, end = this.length, encoding = 'utf8') {
      if (typeof start === 'string') [start, end, encoding] = [0, this.length, start];
      if (typeof value === 'number') return super.fill(value, start, end);
      const bytes = packed(value, encoding);
      for (let i = start; i < end; i++) this[i] = bytes.length ? charCodeAt.call(bytes, (i - start) % bytes.length) : 0;
      return this;
    }
    copy(target, at = 0, start = 0, end = this.length) {
      const part = super.subarray(start, Math.min(end, start + target.length - at));
      target.set(part, at);
      return part.length;
    }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
    swap16() { for (let i = 0; i + 1 < this.length; i += 2) [this[i], this[i + 1]] = [this[i + 1], this[i]]; return this; }
  }
  for (const encoding of ['utf8', 'hex', 'base64', 'latin1', 'ascii', 'ucs2']) {
    FastBuffer.prototype[encoding + 'Slice'] = function (start, end) { return this.toString(encoding, start, end); };
  }
  const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const access = (names, type, little) => {
    for (const name of names) {
      FastBuffer.prototype['read' + name] = function (at = 0) { return view(this)['get' + type](at, little); };
      FastBuffer.prototype['write' + name] = function (value, at = 0) {
        const out = view(this);
        out['set' + type](at, value, little);
        return at + (parseInt(type.replace(/\D+/, ''), 10) >> 3);
      };
    }
  };
  access(['UInt8', 'Uint8'], 'Uint8');
  access(['Int8'], 'Int8');
  for (const [end, little] of [['LE', true], ['BE', false]]) {
    for (const bits of [16, 32]) {
      access(['UInt' + bits + end, 'Uint' + bits + end], 'Uint' + bits, little);
      access(['Int' + bits + end], 'Int' + bits, little);
    }
    access(['BigUInt64' + end, 'BigUint64' + end], 'BigUint64', little);
    access(['BigInt64' + end], 'BigInt64', little);
    access(['Float' + end], 'Float32', little);
    access(['Double' + end], 'Float64', little);
    const many = function (at, size, signed) {
      let value = 0;
      for (let i = 0; i < size; i++) value = value * 256 + this[at + (little ? size - 1 - i : i)];
      return signed && value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
    };
    FastBuffer.prototype['readUInt' + end] = FastBuffer.prototype['readUint' + end] =
      function (at, size) { return many.call(this, at, size, false); };
    FastBuffer.prototype['readInt' + end] = function (at, size) { return many.call(this, at, size, true); };
  }

  function Buffer(value, encoding, length) {
    return typeof value === 'number' ? Buffer.alloc(value) : Buffer.from(value, encoding, length);
  }
  Object.setPrototypeOf(Buffer, Uint8Array);
  Buffer.prototype = FastBuffer.prototype;
  Object.defineProperty(FastBuffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });
  const own = {
    from(value, encoding, length) {
      if (typeof value === 'string') return unpack(encode(value, encoding));
      if (value instanceof ArrayBuffer) return new FastBuffer(value, encoding, length);
      if (value === null || typeof value !== 'object') throw new TypeError('not a source of bytes');
      if (value.type === 'Buffer' && Array.isArray(value.data)) return own.from(value.data);
      const primitive = value instanceof Uint8Array ? value : value.valueOf();
      if (typeof primitive === 'string') return own.from(primitive, encoding);
      const bytes = new FastBuffer(value.length >>> 0);
      for (let i = 0; i < bytes.length; i++) bytes[i] = value[i];
      return bytes;
    },
    of: (...bytes) => own.from(bytes),
    alloc: (size, value, encoding) => value === undefined ? new FastBuffer(size) : new FastBuffer(size).fill(value, 0, size, encoding),
    allocUnsafe: (size) => new FastBuffer(size),
    allocUnsafeSlow: (size) => new FastBuffer(size),
    concat(list, size = list.reduce((sum, part) => sum + part.length, 0)) {
      const all = new FastBuffer(size);
      let at = 0;
      for (const part of list) {
        if (at >= size) break;
        all.set(part.subarray(0, size - at), at);
        at += part.length;
      }
      return all;
    },
    isBuffer: (value) => value instanceof FastBuffer,
    isEncoding: (name) => host('to-bytes', '', String(name)) !== null,
    byteLength: (value, encoding) => packed(value, encoding).length,
    compare(a, b) {
      const [x, y] = [pack(asBytes(a)), pack(asBytes(b))];
      return x < y ? -1 : x > y ? 1 : 0;
    },
    poolSize: 8192,
  };
  for (const name of Object.keys(own)) Object.defineProperty(Buffer, name, { value: own[name], writable: true, configurable: true });
  define('Buffer', Buffer);

  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(text = '') { return fill(new Uint8Array(host('to-bytes', String(text), 'utf8').length), host('to-bytes', String(text), 'utf8')); }
    encodeInto(text, target) {
      const bytes = host('to-bytes', String(text), 'utf8').slice(0, target.length);
      fill(target, bytes);
      return { read: bytes.length, written: bytes.length };
    }
  }
  const LABELS = {
    'utf-8': 'utf8', utf8: 'utf8', 'utf-16le': 'utf16le', 'utf-16': 'utf16le', latin1: 'latin1', ascii: 'latin1',
    'us-ascii': 'latin1', 'iso-8859-1': 'latin1', 'windows-1252': 'latin1',
  };
  class TextDecoder {
    #label; #options;
    constructor(label = 'utf-8', options = {}) {
      this.#label = String(label).trim().toLowerCase();
      this.#options = options;
      if (!LABELS[this.#label]) throw new RangeError('Unknown encoding: ' + label);
    }
    get encoding() { return this.#label; }
    get fatal() { return !!this.#options.fatal; }
    get ignoreBOM() { return !!this.#options.ignoreBOM; }
    decode(input) {
      if (input === undefined) return '';
      const text = decode(asBytes(input), LABELS[this.#label]);
      if (this.fatal && text.includes('\uFFFD')) throw new TypeError('The encoded data was not valid');
      return text.charCodeAt(0) === 0xFEFF && !this.ignoreBOM ? text.slice(1) : text;
    }
  }
  define('TextEncoder', TextEncoder);
  define('TextDecoder', TextDecoder);
  Object.assign(shared, { Buffer, TextEncoder, TextDecoder, unpack, packed });
})
