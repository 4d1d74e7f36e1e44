/**
 * What the browser keeps: matches against bots, each as what was asked of the program since it began, so that it can be brought there again; what
 * opens a seat or a desk, for this tab; and files that a person is handed. Also draws the letters by which devices and classes to be opened are known.
 */

/** Another form of what is kept has another number, and is not looked at. */
const NAMES = `truce ${location.pathname} match2 `;
/** Enough for a course; what is kept of a match is a few thousand characters. */
const MOST = 20;
/** The most rounds of a match, which the program knows. */
let maxRounds = 0;

/** What stood under the name of the match that this tab plays when it last read or wrote it, or null: another tab may write there too. */
let seen = null;

/** Returns a match, undefined if there is none of this name, or null if it cannot be read. */
function read(name) {
  try {
    const text = localStorage.getItem(name);
    if (text === null) {
      return undefined;
    }
    const one = JSON.parse(text);
    const good = /^[a-z0-9-]{1,64}$/.test(one.scenario) && /^(US|CN)$/.test(one.side) && /^[a-z0-9-]{1,64}$/.test(one.bot)
      && Number.isInteger(one.round) && one.round >= 1 && one.round <= maxRounds && /^[0-9a-f]{64}$/.test(one.chain) && Number.isFinite(one.at) && typeof one.over === "boolean"
      && Array.isArray(one.asked) && one.asked.every((each) => typeof each === "string") && /^(play|branch) /.test(one.asked[0]);
    return good ? { ...one, id: name.slice(NAMES.length), text } : null;
  } catch {
    return null;
  }
}

/** Takes what the program knows of the length of a match. */
export function knows(most) {
  maxRounds = most;
}

/** Returns the names of all; where a browser forbids storage there are none. */
function names() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(NAMES));
  } catch {
    return [];
  }
}

/** Returns the language in which this device reads truce, after it has chosen one; an empty text if it never did. */
export function speaks(chosen) {
  const name = "truce language";
  try {
    if (chosen) {
      localStorage.setItem(name, chosen);
    }
    const kept = localStorage.getItem(name);
    return ["en", "zh"].includes(kept) ? kept : "";
  } catch {
    return "";
  }
}

/** Returns whether this device has never been guided, and from now on it has. */
export function unguided() {
  const name = "truce guided";
  try {
    const first = localStorage.getItem(name) === null && names().length === 0;
    localStorage.setItem(name, "yes");
    return first;
  } catch {
    return true;
  }
}

/** Returns all matches that can be read, the newest first. */
const readable = () => names().map(read).filter((one) => one).sort((one, other) => other.at - one.at);

/** Returns all matches, the newest first. What cannot be read goes, and is counted. */
export function all() {
  const lost = names().filter((name) => read(name) === null);
  lost.forEach((name) => forget(name.slice(NAMES.length)));
  return { matches: readable(), lost: lost.length };
}

const look = (id) => (names().includes(NAMES + id) ? read(NAMES + id) : undefined);

/** Returns a match that this tab is about to play, undefined if it is not kept, or null if it cannot be read. */
export function find(id) {
  const one = look(id);
  seen = one?.text ?? null;
  return one;
}

/** Deletes a match of a list; returns whether it is gone. One with which another tab has gone on since stays. */
export function forgetAsListed({ id, text }) {
  const one = look(id);
  if (one && one.text !== text) {
    return false;
  }
  forget(id);
  return true;
}

function forget(id) {
  try {
    localStorage.removeItem(NAMES + id);
  } catch {
    // Nothing is kept here.
  }
}

/** Returns whether the browser took it; otherwise what stood there stays. */
function write(name, text) {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a text after matches that are over, the oldest first, gave way to it. None goes unless that helps: what would be missing without all of
 * them is asked for first, as blanks after the oldest one, which is read as before.
 */
function writeInPlaceOf(finished, name, text) {
  if (finished.length === 0) {
    return false;
  }
  const sizeOf = (one) => NAMES.length + one.id.length + one.text.length;
  const before = look(name.slice(NAMES.length));
  const missing = finished.reduce((sum, one) => sum - sizeOf(one), name.length + text.length - (before ? sizeOf(before) : 0));
  const oldest = NAMES + finished[0].id;
  return write(oldest, localStorage.getItem(oldest) + " ".repeat(Math.max(0, missing)))
    && finished.some((one) => {
      forget(one.id);
      return write(name, text);
    });
}

/**
 * Keeps a match. The oldest that is over gives way first: for want of room no match that goes on does.
 *
 * @return why it was not kept, "unkept" or "elsewhere" if another tab has gone on with it, or an empty text
 */
export function put(id, { scenario, side, opponent, round, over, chain }, asked) {
  const text = JSON.stringify({ at: Date.now(), scenario, side, bot: opponent, round, over, chain, asked });
  const stands = look(id);
  if (stands && stands.text !== seen) {
    return "elsewhere";
  }
  const others = () => readable().filter((one) => one.id !== id).reverse();
  if (!write(NAMES + id, text) && !writeInPlaceOf(others().filter((one) => one.over), NAMES + id, text)) {
    return "unkept";
  }
  seen = text;
  if (names().length > MOST) {
    const left = others();
    while (left.length >= MOST) {
      const old = left.find((one) => one.over) ?? left[0];
      left.splice(left.indexOf(old), 1);
      forget(old.id);
    }
  }
  return "";
}

/** Returns letters that nobody can guess. */
export const drawn = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Hands a person a file. */
export function save(text, name = "match.twg", type = "text/plain") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What this tab keeps: where a browser forbids storage, until the page is left. */
const ofThisTab = new Map();

/** Returns what this tab keeps under a name, or null. */
export function ofTab(name) {
  try {
    return ofThisTab.get(name) ?? sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text for this tab, or nothing more under that name if it is null. */
export function keepInTab(name, text) {
  ofThisTab.set(name, text);
  try {
    if (text === null) {
      sessionStorage.removeItem(name);
    } else {
      sessionStorage.setItem(name, text);
    }
  } catch {
    // It is kept in memory alone.
  }
}
