/*
 * Loads the program. Written from the loader of TeaVM 0.16.0 (org/teavm/backend/wasm/wasm-gc-runtime.js),
 * Copyright 2024 Alexey Andreev, licensed under the Apache License, Version 2.0
 * (http://www.apache.org/licenses/LICENSE-2.0). Changed: nothing is evaluated, so that the page's policy can forbid it; what the
 * program does not import is left out (imports.txt says what it imports).
 */

// The scripts that TeaVM's class library asks for, instead of evaluating their text.
const SCRIPTS = {
  "str|return str;": (str) => str,
};

const javaException = Symbol("java");
const javaObject = Symbol("object");
const marker = Symbol("marker");

function globalOf(name) {
  if (!Object.hasOwn(globalThis, name) && !(name in globalThis)) {
    throw new ReferenceError(name);
  }
  return globalThis[name];
}

// What "wasm:js-string" gives, for browsers that do not know it.
const stringImports = {
  fromCharCode: (code) => String.fromCharCode(code),
  fromCharCodeArray: () => {
    throw new Error("not supported");
  },
  intoCharCodeArray: () => {
    throw new Error("not supported");
  },
  concat: (first, second) => first + second,
  charCodeAt: (string, index) => string.charCodeAt(index),
  length: (string) => string.length,
  substring: (string, from, to) => string.substring(from, to),
};

// A module of one function that imports it, which loads only where the browser knows "wasm:js-string".
const PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 127, 1, 100, 111, 2, 31, 1, 14, 119, 97, 115, 109, 58, 106, 115, 45, 115, 116, 114, 105,
  110, 103, 12, 102, 114, 111, 109, 67, 104, 97, 114, 67, 111, 100, 101, 0, 0, 3, 1, 0, 5, 4, 1, 1, 0, 0, 7, 10, 1, 6, 109, 101, 109,
  111, 114, 121, 2, 0, 10, 129, 128, 128, 0, 0,
]);

async function knowsStrings() {
  try {
    await WebAssembly.instantiate(await WebAssembly.compile(PROBE, { builtins: ["js-string"] }), {});
    return true;
  } catch {
    return false;
  }
}

function coreImports(context) {
  class JavaError extends Error {
    constructor(exception) {
      super();
      this[javaException] = exception;
      context.exports["teavm.setJsException"](exception, this);
    }

    get message() {
      const text = context.exports["teavm.exceptionMessage"]?.(this[javaException]);
      return text == null ? "" : context.exports["teavm.stringToJs"](text);
    }
  }
  return {
    JavaError,
    imports: {
      takeStackTrace: () => ({ getStack: () => [] }),
      decorateException(exception) {
        new JavaError(exception);
      },
    },
  };
}

function scriptImports(context, JavaError, strings) {
  const wrappers = new WeakMap();
  const toJava = (error) => {
    const exports = context.exports;
    exports["teavm.js.throwException"](
      javaException in Object(error) ? error[javaException] : exports["teavm.js.wrapException"](error));
    throw error;
  };
  const toScript = (error) => {
    const tag = context.exports["teavm.javaException"];
    if (error instanceof WebAssembly.Exception && error.is(tag)) {
      const exception = error.getArg(tag, 0);
      throw context.exports["teavm.js.extractException"](exception)
        ?? context.exports["teavm.getJsException"](exception) ?? new JavaError(exception);
    }
    throw error;
  };
  const guarded = (call, otherwise) => (...given) => {
    try {
      return call(...given);
    } catch (error) {
      return otherwise(error);
    }
  };
  const named = (name, made) => Object.defineProperty(made, "name", { value: name ?? "JavaObject" });
  return {
    stringBuiltinsSupported: () => (strings ? 1 : 0),
    isUndefined: (value) => (typeof value === "undefined" ? 1 : 0),
    instanceOf: (value, type) => (value instanceof type ? 1 : 0),
    unwrapInt: (value) => value,
    unwrapShort: (value) => value,
    unwrapDouble: (value) => value,
    wrapInt: (value) => value,
    global: guarded(globalOf, toJava),
    getProperty: guarded((object, name) => (object === null ? globalOf(name) : object[name]), toJava),
    callMethod0: guarded((object, name) => (object === null ? globalOf(name)() : object[name]()), toJava),
    callMethod1: guarded((object, name, first) => (object === null ? globalOf(name)(first) : object[name](first)), toJava),
    construct1: guarded((type, first) => new type(first), toJava),
    callFunction1: guarded((call, first) => call(first), toJava),
    createFunction1(parameter, body) {
      const script = SCRIPTS[parameter + "|" + body];
      if (script === undefined) {
        throw new Error("no script " + parameter + "|" + body);
      }
      return script;
    },
    defineFunction: (call) => guarded(call, toScript),
    defineStaticMethod(type, name, call) {
      type[name] = guarded(call, toScript);
    },
    createClass(name, parent, constructor) {
      let fill;
      const type = named(name, function (mark, object) {
        if (mark === marker) {
          fill.call(this, object);
          return undefined;
        } else if (constructor === null) {
          throw new Error("made by the program only");
        }
        return guarded((...given) => constructor(...given), toScript)(mark, object);
      });
      fill = parent === null
        ? function (object) {
            this[javaObject] = object;
          }
        : function (object) {
            parent.call(this, object);
          };
      type.prototype = Object.create(parent ? parent.prototype : Object.prototype);
      type.prototype.constructor = type;
      const bound = named(name, function (object) {
        return type.call(this, marker, object);
      });
      bound[marker] = type;
      bound.prototype = type.prototype;
      return bound;
    },
    javaObjectToJS(instance, type) {
      if (instance === null) {
        return null;
      }
      const known = wrappers.get(instance)?.deref();
      if (known !== undefined) {
        return known;
      }
      const made = new type(instance);
      wrappers.set(instance, new WeakRef(made));
      return made;
    },
    unwrapJavaObject: (instance) => instance[javaObject],
    wrapObject: (object) => (object === null ? null : (object[javaObject] ?? context.exports["teavm.jso.createWrapper"](object))),
  };
}

/**
 * Loads the program.
 *
 * @param {string} source address of the module
 * @param {Record<string, Function>} truce what the program may call
 * @returns {Promise<WebAssembly.Exports>}
 */
export async function load(source, truce) {
  const strings = await knowsStrings();
  const module = await WebAssembly.compileStreaming(fetch(source), { builtins: ["js-string"] });
  const context = { exports: null };
  const { JavaError, imports: teavm } = coreImports(context);
  const [asked] = WebAssembly.Module.customSections(module, "teavm.memoryRequirements");
  const { dataSize = 0, min = 0 } = asked ? JSON.parse(new TextDecoder().decode(asked)) : {};
  const memory = new WebAssembly.Memory({ initial: Math.max(min, 1), maximum: 32768 });
  const imports = {
    env: { memory },
    teavm,
    teavmMath: Math,
    teavmDate: { currentTimeMillis: () => Date.now() },
    teavmJso: scriptImports(context, JavaError, strings),
    teavmMemory: {
      linearMemory: () => memory.buffer,
      notifyHeapResized() {},
      heapOffset: new WebAssembly.Global({ value: "i32", mutable: false }, (dataSize + 7) & ~7),
      maxSize: new WebAssembly.Global({ value: "i32", mutable: false }, 0x7fffffff),
    },
    truce,
  };
  if (!strings) {
    imports["wasm:js-string"] = stringImports;
  }
  context.exports = (await WebAssembly.instantiate(module, imports)).exports;
  return context.exports;
}
