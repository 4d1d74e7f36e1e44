import { start } from "./program.js";

globalThis.truce = { ask: await start("./truce.wasm") };
document.documentElement.dataset.ready = "";
