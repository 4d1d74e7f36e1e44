import { load } from "./loader.js";

/** The largest message that is handed over; the program refuses what is longer than any frame. */
const MAX_MESSAGE = 2 << 20;

/**
 * Starts the program.
 *
 * @param {string} source address of the module
 * @param {(fault: Error | null) => void} changed called when something came from the server, with the fault of the program if there was one
 * @returns {Promise<{ask: (request: string) => string, end: () => void}>} asks it, and throws what the program says of its own fault;
 *     ends it, and then it neither does nor hears anything more
 */
export async function start(source, changed) {
  let said = [];
  let socket = null;
  let out = [];
  let exports = null;
  let ended = false;

  function text() {
    let all = "";
    for (let i = 0; i < said.length; i += 4096) {
      all += String.fromCharCode(...said.slice(i, i + 4096));
    }
    said = [];
    return all;
  }

  /** Lets the program hear of something that nobody asked for. */
  function happens(hear) {
    if (ended) {
      return;
    }
    let fault = null;
    try {
      said = [];
      const good = hear();
      const words = text();
      fault = good ? null : new Error(words);
    } catch (trap) {
      fault = trap;
    }
    changed(fault);
  }

  function dial() {
    // Beside the page, wherever that is: a web server in front may give it a path of its own.
    const own = new WebSocket(new URL("ws", document.baseURI).href.replace(/^http/, "ws"));
    own.binaryType = "arraybuffer";
    own.onopen = () => own === socket && happens(() => exports.linked(1));
    own.onmessage = (event) => {
      if (own !== socket) {
        return;
      }
      const bytes = new Uint8Array(event.data);
      if (bytes.length > MAX_MESSAGE) {
        own.close();
        return;
      }
      happens(() => {
        exports.message(bytes.length);
        bytes.forEach((value) => exports.take(value));
        return exports.heard();
      });
    };
    own.onclose = () => {
      if (own === socket) {
        socket = null;
        happens(() => exports.linked(0));
      }
    };
    socket = own;
  }

  const truce = {
    say: (unit) => said.push(unit),
    dial,
    put: (value) => out.push(value),
    send: () => {
      const message = Uint8Array.from(out);
      out = [];
      if (socket?.readyState === WebSocket.OPEN) {
        socket.send(message);
      }
    },
    hangUp: () => socket?.close(),
    wake: (timer, millis) => setTimeout(() => happens(() => exports.woken(timer)), millis),
    clock: () => performance.now(),
    random: () => crypto.getRandomValues(new Int32Array(1))[0],
  };
  exports = await load(source, truce);
  exports.begin();
  function ask(request) {
    if (ended) {
      throw new Error("ended");
    }
    said = [];
    for (let i = 0; i < request.length; i++) {
      exports.hear(request.charCodeAt(i));
    }
    const good = exports.answer();
    const words = text();
    if (!good) {
      throw new Error(words);
    }
    return words;
  }
  function end() {
    ended = true;
    socket?.close();
  }
  return { ask, end };
}
