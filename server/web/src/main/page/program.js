import { load } from "./loader.js";

/**
 * Starts the program.
 *
 * @param {string} source address of the module
 * @returns {Promise<(request: string) => string>} asks it; throws what the program says of its own fault
 */
export async function start(source) {
  let said = [];
  const exports = await load(source, { say: (unit) => said.push(unit) });
  return (request) => {
    said = [];
    for (let i = 0; i < request.length; i++) {
      exports.hear(request.charCodeAt(i));
    }
    const good = exports.answer();
    let text = "";
    for (let i = 0; i < said.length; i += 4096) {
      text += String.fromCharCode(...said.slice(i, i + 4096));
    }
    said = [];
    if (!good) {
      throw new Error(text);
    }
    return text;
  };
}
