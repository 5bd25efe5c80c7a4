// Turns what a slice came to into a flat array of strings. Runs within the slice's own bounds, on
// functions taken before the slice could replace them.
(function (shared) {
  'use strict';
  const { host, pack } = shared;
  const MAX_LINES = 100000, MAX_LENGTH = 1 << 24, MAX_DEPTH = 6, MAX_VISITS = 1000000;
  const { apply, ownKeys } = Reflect;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { then } = Promise.prototype;
  const { iterator, toStringTag } = Symbol;
  const isFiniteNumber = Number.isFinite;
  const number = Number, string = String, Bytes = Uint8Array;
  const getter = (object, name) => Object.getOwnPropertyDescriptor(object, name).get;
  const typeOf = getter(Object.getPrototypeOf(Uint8Array.prototype), toStringTag);
  const bufferSize = getter(ArrayBuffer.prototype, 'byteLength');
  const viewOf = (name) => (view) => apply(getters[name], view, []);
  const getters = {
    buffer: getter(Object.getPrototypeOf(Uint8Array.prototype), 'buffer'),
    offset: getter(Object.getPrototypeOf(Uint8Array.prototype), 'byteOffset'),
    size: getter(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength'),
  };
  const is = (brand, value) => {
    try { apply(brand, value, []); return true; } catch { return false; }
  };
  const regexSource = getter(RegExp.prototype, 'source');
  const boxedString = String.prototype.valueOf;

  let state = ['nothing'];
  shared.settle = (value) => {
    state = ['nothing'];
    let native = false;
    try {
      apply(then, value, [
        (result) => { state = [undefined, result]; },
        (reason) => { state = ['error', string(reason).slice(0, 300)]; },
      ]);
      native = true;
    } catch { /* not a promise */ }
    if (!native) state = [undefined, value];
  };
  shared.take = () => state[0] === undefined ? flat(state[1]) : state;

  const bytesOf = (value) => {
    if (is(bufferSize, value)) return new Bytes(value);
    const type = apply(typeOf, value, []);
    if (type !== 'Uint8Array' && type !== 'Uint8ClampedArray' && type !== 'Int8Array') return undefined;
    return new Bytes(viewOf('buffer')(value), viewOf('offset')(value), viewOf('size')(value));
  };

  const flat = (value) => {
    if (typeof value === 'string') return ['text', value];
    if (typeof value === 'number' || typeof value === 'bigint') return ['number', number(value)];
    if (value === null || typeof value !== 'object') return ['nothing'];
    if (is(boxedString, value)) return ['text', apply(boxedString, value, [])];
    const bytes = bytesOf(value);
    if (bytes) return ['bytes', pack(bytes)];
    if (is(regexSource, value)) return ['text', apply(regexSource, value, [])];

    const lines = ['lines'];
    let length = 0, visits = 0, full = false;
    const add = (text) => {
      length += text.length;
      full = full || length > MAX_LENGTH || lines.length > MAX_LINES;
      if (!full) lines[lines.length] = text;
    };
    const visit = (item, depth) => {
      if (full || ++visits > MAX_VISITS) { full = true; return; }
      if (typeof item === 'string') { add(item); return; }
      if (typeof item === 'bigint' || isFiniteNumber(item)) { add(string(item)); return; }
      if (item === null || typeof item !== 'object' || depth > MAX_DEPTH) return;
      if (depth > 0) {
        if (is(boxedString, item)) { add(apply(boxedString, item, [])); return; }
        const inner = bytesOf(item);
        if (inner) { add(host('to-text', pack(inner), 'utf8')); return; }
        if (is(regexSource, item)) { add(apply(regexSource, item, [])); return; }
      }
      if (isArray(item) || isView(item)) {
        for (let i = 0; i < item.length && !full; i++) visit(item[i], depth + 1);
      } else if (typeof item[iterator] === 'function') {
        for (const part of item) {
          if (full) break;
          visit(part, depth + 1);
        }
      } else {
        const keys = ownKeys(item);
        for (let i = 0; i < keys.length && !full; i++) {
          if (typeof keys[i] === 'string') visit(item[keys[i]], depth + 1);
        }
      }
    };
    visit(value, 0);
    return lines;
  };
})
