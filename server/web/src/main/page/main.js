import * as kept from "./kept.js";
import { html, render } from "./lit-html.js";
import { start } from "./program.js";
import { faultScreen, joinScreen, keys, seatScreen, startScreen, tools, waitingScreen } from "./screens.js";

/** What opens a desk may stand in the address: it is taken out of it before anything else is done, and kept in this tab alone. */
const DESK = /^#\/desk(?:\/([A-Za-z0-9-]{4,16}))?(?:\/([^/]+))?$/;
let secret = "";
/** So may what a student's slip says: code, number and key. */
const SLIP = /^#\/join\/([A-Za-z0-9-]{4,16})\/([^/]+)\/([^/]+)$/;
let slip = null;
/** Returns a part of an address without its escapes; one that has others is read as it is, and what it opens says what is wrong. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
function hide() {
  slip = SLIP.exec(location.hash)?.slice(1).map(decoded) ?? slip;
  if (slip) {
    history.replaceState(null, "", `#/join/${slip[0]}`);
  }
  const [, wanted, told] = DESK.exec(location.hash) ?? [];
  if (told) {
    secret = decoded(told);
    history.replaceState(null, "", `#/desk/${wanted}`);
  }
}
hide();

const TEXTS = { en: "./story_en.properties", zh: "./story_zh.properties" };
const RECORD = "#/record/";
/** Addresses that need the server, and so the program that can speak to it. */
const SERVED = /^#\/(join|class|desk|board|teach)\b/;
const KEPT = /^#\/kept\/([a-z0-9-]{1,64})$/;
const TEACH = /^#\/teach\b/;
const JOIN = /^#\/join(?:\/(.*))?$/;
/** The form of a room's code. */
const CODE = /^[A-Za-z0-9-]{4,16}$/;
const page = document.querySelector("#page");
/** Whether no server of truce is there: a page from a folder, which has no rooms. */
const alone = "alone" in document.documentElement.dataset;
let shown = false;
let program = null;
/** Whether it is the program that can speak to a server. */
let whole = false;
/** What the page says whatever it shows. */
let words = null;
let screen = null;
let tab = "table";
/** The text of the record that is looked at, and what was said of it last. */
let record = "";
let said = "";
/** What was asked since a match or a record was opened, so that a new program can be brought there; null where a server knows. */
let asked = null;
/** By what name the match is kept on this device, if it is one against a bot, and why what was done last is not: a name of {@link words}. */
let match = "";
let unkept = "";
/** The matches that the first screen lists, in its order. */
let listed = [];
/** The code of the room, if there is one, and what it was entered with last. */
let code = "";
let entered = {};
/** What the server says that the code opens, or null where it says nothing or opens nothing; undefined while it is asked. */
let invitation = null;
/** Whether the draft of a seat in a room is not made again yet. */
let returns = false;
/** What is needed for records only; most visits need none of it. */
let records = null;
/** The same for desks and boards of classes. */
let classes = null;
const BOARD = /^#\/board\/([A-Za-z0-9-]{4,16})$/;
/** How each kind of screen is drawn. */
const VIEWS = {
  start: (page) => {
    const alert = said || screen.said;
    return isJoin() ? joinScreen(screen, alert, { code: invited() }, page) : startScreen(screen, alert, page);
  },
  waiting: (page) => waitingScreen(screen, entered, page),
  seat: (page) => seatScreen(screen, tab, page),
  record: (page) => records.recordScreen(screen, said, page),
  board: (page) => classes.boardScreen(screen, page),
  door: (page) => classes.doorScreen(screen, page),
  desk: (page) => classes.deskScreen(screen, page),
};

/** The round whose headline was shown last, or null while none is told. */
let told = null;

/** A round that has just closed is read from its headline on, and what comes after it from its top, with what is to be decided. */
function turns() {
  const now = screen?.reveal ? `${asked?.[0] ?? code} ${screen.reveal.round}` : null;
  if (now !== told) {
    told = now;
    tab = "table";
    scrollTo(0, 0);
    page.querySelector("#headline")?.focus({ preventScroll: true });
  }
}

/** Shows something in place of what index.html says to browsers that cannot. The focus stays, or goes to what is new. */
function put(content) {
  if (!shown) {
    page.replaceChildren();
    shown = true;
  }
  const held = document.activeElement;
  render(html`${content}${keys(words)}`, page);
  rests(held);
  turns();
}

/** Leaves the focus where it is, or gives it to what is new in its place. */
function rests(held) {
  if (!held.isConnected || held.disabled) {
    const main = page.querySelector("main");
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }
}

/** The program has stopped: shows what helps to find out why, and what can be done. Nothing more is asked of it. */
function broken(fault) {
  const [, version] = /main\.(.*)\.js/.exec(import.meta.url) ?? [];
  const found = [`truce ${version}`, location.hash, screen?.round_text ?? ""];
  program?.end();
  screen = null;
  put(faultScreen(words, fault, found, { goOn, soFar: /^(play|branch) /.test(asked?.[0] ?? "") ? soFar : null }));
  page.querySelector("#go-on")?.focus();
}

function guarded(does) {
  return (...given) => {
    try {
      const done = does(...given);
      done?.catch?.(broken);
      return done;
    } catch (fault) {
      broken(fault);
      throw fault;
    }
  };
}

const isServed = () => !alone && SERVED.test(location.hash);

const isJoin = () => !alone && JOIN.test(location.hash);

/** Returns the code of a room in the address. */
const invited = () => decoded(JOIN.exec(location.hash)?.[1] ?? "");

/** The bots that only the program has which can speak to a server, too: one weighs as much as all screens. */
let later = [];

/** Starts a program in place of the one before, in its language, or the first one. What can speak to a server weighs a third more, so it comes when it is wanted. */
async function begin(served = whole || isServed(), chosen = "") {
  const next = await start(served ? "./whole.wasm" : "./truce.wasm", changed);
  program?.end();
  program = next;
  whole = served;
  // Texts that the page holds are the program's at once, so that nothing is asked of it before.
  await language(chosen || spoken());
  later = screen.later;
}

/** Whether the address has changed while a program was on its way: what it was fetched for is not wanted any more. */
let turned = false;

/**
 * Begins the program that can speak to a server, if it is not there. Meanwhile nothing else is pressed; where it cannot be fetched, the page says so.
 *
 * @return {Promise<boolean>} whether what needs it can be done, and still is to be
 */
async function fetched() {
  if (whole) {
    return true;
  }
  awaits(document.activeElement, true);
  try {
    await begin(true);
  } catch (fault) {
    if (whole) {
      throw fault;
    }
  } finally {
    awaits(focused, false);
  }
  if (turned) {
    turned = false;
    await route();
    return false;
  }
  if (!whole) {
    refuses(words.unfetched);
  }
  return whole;
}

/** Begins the program that has a bot, if it is another one. */
const needs = async (bot) => !later.includes(bot) || fetched();

/** What had the focus before a program was awaited. */
let focused = null;

/** Says that a program is on its way, and lets a person press and move nothing; then the focus returns. */
function awaits(held, now) {
  focused = held;
  page.inert = now;
  page.ariaBusy = String(now);
  document.querySelector("#fetching").textContent = now ? words.fetching : "";
  if (!now) {
    held.focus({ preventScroll: true });
    rests(held);
  }
}

// The page hears no key meanwhile; what the browser does by keys it does.
addEventListener("keydown", (event) => page.inert && event.stopImmediatePropagation(), true);

/** Says what stands in the way: on a record or the way into a room, which stay, else on the first screen. */
function refuses(text) {
  if (screen.kind !== "record" && !(screen.kind === "start" && isJoin())) {
    home();
  }
  said = text;
  draw();
}

/** Brings a new program to where the one before was: by what was asked of it, else by the address as a new visit does. */
const goOn = guarded(async () => {
  const before = asked;
  await begin();
  if (before?.length > 0) {
    before.forEach(tell);
    asked = before;
    act("screen");
  } else {
    code = "";
    (before === null ? route : home)();
  }
});

/** Ends the match in a new program, and gives its record. */
const soFar = guarded(async () => {
  await start(whole ? "./whole.wasm" : "./truce.wasm", () => {}).then((other) => {
    other.ask(`texts ${texts}`);
    asked.forEach(other.ask);
    kept.save(JSON.parse(other.ask("stop")).record);
  });
});

/** Asks the program. The time that is left counts from now, by a clock that nobody can set. */
function tell(request) {
  const told = JSON.parse(program.ask(request));
  told.ends = told.left > 0 ? performance.now() + told.left : 0;
  return told;
}

// The time that is left moves by itself.
setInterval(() => (screen?.ticks ? act("screen") : screen?.ends > 0 && draw()), 1000);

/** What a class knows this device by where names are picked from a list. */
function device() {
  const name = "truce device";
  try {
    const secret = localStorage.getItem(name) ?? kept.drawn();
    localStorage.setItem(name, secret);
    return secret;
  } catch {
    // Who forbids storage is another device at each visit.
    return kept.drawn();
  }
}

/** What opens the seat of a room again, for this tab only. */
const ticketName = () => `truce ${code}`;

/** Whether the desk gave this tab another seat, which it was not asked for; then the round in which it came, in which it is said. */
let reseated = false;

/** What is drafted in the seat of a room, for this tab only: the server knows what is sealed, and nothing before. */
const draftName = () => `${ticketName()} draft`;

/** What enters a class again whose seat the desk gives to somebody else, for this tab only. */
const entryName = () => `${ticketName()} entry`;

/** Makes the draft of a seat in a room again after a reload, if its round is still open, and keeps it from then on. */
function keepDraft() {
  if (screen.kind !== "seat" || !screen.ticket || !screen.levers) {
    return;
  }
  const before = kept.ofTab(draftName());
  if (returns) {
    returns = false;
    const { round, levels } = JSON.parse(before ?? "{}");
    if (round === screen.round && !screen.over) {
      tell(`choose ${screen.levers.map((one) => `${one.word} ${levels[one.word] ?? -1}`).join(" ")}`);
      screen = tell("screen");
    }
  }
  const chosen = screen.levers.filter((one) => one.chosen >= 0).map((one) => [one.word, one.chosen]);
  const draft = JSON.stringify({ round: screen.round, levels: Object.fromEntries(chosen) });
  if (draft !== before) {
    kept.keepInTab(draftName(), draft);
  }
}

/** Whether the address is that of the first screen. */
const isFirst = () => ["", "#/"].includes(location.hash);

/** Names what is shown in the address. From the first screen one comes to it by a step that the browser's back button takes back. */
function names(hash) {
  history[isFirst() ? "pushState" : "replaceState"](null, "", hash);
}

/** From now on it is this match that is kept, or none. */
function begins(id, requests) {
  match = id;
  asked = requests;
  unkept = "";
  said = "";
  tab = "table";
}

/** Takes note of what was asked. Of the moves of one slider the last counts, so only it is kept. */
function note(request) {
  const word = /^choose \S+ /.exec(request)?.[0];
  let at = asked.length;
  while (word && at > 0 && asked[at - 1].startsWith("choose ")) {
    at--;
    if (asked[at].startsWith(word)) {
      asked.splice(at, 1);
    }
  }
  asked.push(request);
  if (match && screen.kind === "seat") {
    unkept = kept.put(match, screen, asked);
  }
}

/** Does what a request says, and shows the screen after it; what opens a seat again is kept. */
const act = guarded((request) => {
  screen = tell(request);
  if (reseated && screen.kind === "seat") {
    reseated = reseated === true ? screen.round : reseated;
    reseated === screen.round && !screen.over ? screen.notices.unshift(words.reseated) : (reseated = false);
  }
  if (request !== "screen" && asked) {
    note(request);
  }
  keepDraft();
  if (screen.spent) {
    kept.keepInTab(ticketName(), null);
    kept.keepInTab(draftName(), null);
    const enters = screen.spent === "given" && kept.ofTab(entryName());
    if (enters) {
      reseated = true;
      act(enters);
      return;
    }
    kept.keepInTab(entryName(), null);
  } else if (screen.ticket) {
    kept.keepInTab(ticketName(), screen.ticket);
  }
  draw();
});

const choose = guarded((word, level) => {
  const request = `choose ${word} ${level}`;
  screen.what_if = tell(request);
  if (asked) {
    note(request);
  }
  screen.levers.find((lever) => lever.word === word).chosen = level;
  screen.labels.seal = screen.what_if.seal;
  screen.said = "";
  keepDraft();
  draw();
});

/** A match is named by its address: scenario, side, bot and seed. One that is kept goes on. */
const play = guarded(async (scenario, side, bot, seed) => {
  if (!(await needs(bot))) {
    return;
  }
  code = "";
  const drawn = seed ?? String(crypto.getRandomValues(new Uint32Array(1))[0]);
  const id = `${scenario},${side},${bot},s${drawn}`;
  const one = kept.find(id);
  if (one !== undefined) {
    return resume(one);
  }
  names(`#/play/${id}`);
  begins(id, []);
  act(`play ${scenario} ${side} ${bot} ${drawn}`);
});

/** The seed of the match that is guided: its first offer crosses a red line, and its second round has an accusation. */
const GUIDED = "49";

/** Begins at once; the first match on this device has a guide. */
const now = guarded(async () => {
  const first = kept.unguided();
  await play("busan-2025", "US", "negotiator", first ? GUIDED : undefined);
  if (first) {
    act("guide on");
  }
});

/** Says on the first screen that a match cannot go on. */
function lost() {
  home();
  said = words.lost;
  draw();
}

/** Brings the program to where a kept match is, if there is one that can be read: by all that was asked in it, draft and talk too. */
const resume = guarded(async (one) => {
  if (!one) {
    lost();
    return;
  }
  if (!(await needs(one.bot))) {
    return;
  }
  code = "";
  said = "";
  begins("", null);
  try {
    one.asked.forEach(tell);
    screen = tell("screen");
    if (screen.kind !== "seat" || screen.chain !== one.chain || screen.over !== one.over) {
      throw new Error("another match");
    }
  } catch {
    // It was kept by a program with other rules or bots.
    await begin();
    lost();
    return;
  }
  names(/^play /.test(one.asked[0]) ? `#/play/${one.id}` : `#/kept/${one.id}`);
  begins(one.id, one.asked);
  act("screen");
});

/** Opens a desk with a secret, or with what this tab has kept; without either it is asked for. */
const desk = guarded(async (wanted, told) => {
  classes ??= await import("./desk.js");
  code = `desk ${wanted}`;
  begins("", null);
  history.replaceState(null, "", `#/desk/${wanted}`);
  const opens = told || kept.ofTab(ticketName());
  act(opens ? `desk ${-new Date().getTimezoneOffset()} ${wanted} ${opens}` : `door ${wanted}`);
});

const board = guarded(async (wanted) => {
  classes ??= await import("./desk.js");
  code = "";
  begins("", null);
  act(`board ${wanted} ${new URL(".", document.baseURI).href.replace(/\/$/, "")}`);
});

const join = guarded(async (wanted, seat, name, key) => {
  if (!(await fetched())) {
    return;
  }
  code = wanted.toUpperCase();
  begins("", null);
  names(`#/join/${code}`);
  entered = { code, seat, name, key };
  // Who has a seat from this tab comes back to it: to join once more would take a second one.
  const ticket = key ? null : kept.ofTab(ticketName());
  const asks = key ? `enter ${code} ${key} ${name}` : `join ${code} ${seat} ${device()} ${name}`;
  returns = ticket !== null;
  if (!ticket) {
    kept.keepInTab(entryName(), asks);
  }
  act(ticket ? `back ${ticket}` : asks);
});

/** Goes to the way into a room. */
function enter(wanted) {
  location.hash = `#/join/${encodeURIComponent(wanted)}`;
}

/**
 * Something came from the server, or the link changed. Messages come in bursts, and to make a screen takes far longer than to hear one of
 * them, so one screen is made for all that come within a moment.
 */
let redraws = false;
function changed(fault) {
  if (fault !== null) {
    broken(fault);
  } else if (!redraws) {
    redraws = true;
    setTimeout(() => {
      redraws = false;
      if (screen?.link !== undefined) {
        act("screen");
      }
    }, 30);
  }
}

/** The first screen, with the matches that are kept. */
function first() {
  const { matches, lost: unread } = kept.all();
  begins("", null);
  listed = matches;
  said = unread > 0 ? words.lost : "";
  act(["start", matches.map((one) => [one.scenario, one.side, one.bot, one.round, one.over ? "over" : "open"].join(" ")).join("\n")].join(" ").trim());
}

const home = guarded(() => {
  code = "";
  history.replaceState(null, "", "#/");
  first();
});

const forget = guarded((at) => {
  const gone = kept.forgetAsListed(listed[at]);
  first();
  if (!gone) {
    said = words.moved;
    draw();
  }
});

const open = guarded(async (text) => {
  code = "";
  said = "";
  records ??= await import("./record.js");
  record = text;
  begins("", []);
  act(`record ${text}`);
});

/** Plays on from a round of a record. */
const branch = guarded(async (side, bot, round = screen.round, text = record) => {
  if (!(await needs(bot))) {
    return;
  }
  begins(`branch-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`, []);
  names(`#/kept/${match}`);
  act(`branch ${round} ${side} ${bot} ${text}`);
});

const pick = (name) => {
  const own = device();
  kept.keepInTab(entryName(), `join ${code} - ${own} ${name}`);
  act(`pick ${own} ${name}`);
};

const walk = (round) => act(`round ${round}`);

async function openFile(file) {
  if (file) {
    records ??= await import("./record.js");
    await open(await records.read(file));
  }
}

/** Copies a text, and says so. Without https there is no clipboard. */
async function copies(text, done, otherwise) {
  try {
    await navigator.clipboard.writeText(text);
    said = done;
  } catch {
    said = otherwise();
  }
  draw();
}

/** Copies the link of a record: that which is shown, or that of the match which is over. */
async function share() {
  records ??= await import("./record.js");
  const { labels } = screen.kind === "record" ? screen : screen.told;
  const link = await records.packed(screen.record ?? record);
  if (link === null) {
    said = labels.too_long;
    draw();
    return;
  }
  const names = () => {
    history.replaceState(null, "", RECORD + link);
    return labels.in_address;
  };
  if (screen.kind === "record") {
    names();
  }
  await copies(new URL(RECORD + link, location.href).href, labels.shared, names);
}

async function openLink(link) {
  try {
    records ??= await import("./record.js");
    await open(await records.unpacked(link));
  } catch {
    home();
    said = screen.bad_link;
    draw();
  }
}

function show(name) {
  tab = name;
  draw();
}

/** The language that is spoken, and its texts as the program takes them. */
const spoken = () => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");
let texts = "";

const language = guarded(async (chosen) => {
  const wanted = texts.startsWith(`${chosen}\n`) ? texts : `${chosen}\n${await (await fetch(TEXTS[chosen])).text()}`;
  program.ask(`texts ${wanted}`);
  words = tell("words");
  texts = wanted;
  kept.knows(words.max_rounds);
  document.documentElement.lang = chosen === "zh" ? "zh-Hans" : "en";
  act("screen");
});

function draw() {
  const waiting = screen.calls ?? 0;
  document.title = waiting > 0 ? `(${waiting}) truce` : "truce";
  const languages = tools(words, (chosen) => {
    kept.speaks(chosen);
    language(chosen);
  });
  const walks = () => open(screen.record);
  const saves = () => kept.save(screen.record);
  put(VIEWS[screen.kind]({ unkept: asked && match ? words[unkept] : "", said, invitation, copy: () => copies(screen.told.line, screen.told.labels.copied, () => screen.told.line), playOn: (round) => branch(screen.side, screen.opponent, round, screen.record), resume: (at) => resume(kept.find(listed[at].id)), forget, alone, languages, act, play, begins: now, join, enter, pick, openFile, choose, save: saves, home, show, walk, walks, share, branch, desk, redraw: draw, keep: (name) => kept.save(tell("text").text, name), code: (link) => tell(`code ${link}`).blocks }));
}

/** Shows the first screen, or the way into a room, where an address opens nothing: says why by a text of it, and goes to a field. */
function nothingAt(why, field) {
  code = "";
  first();
  said ||= screen[why] ?? "";
  draw();
  page.querySelector(field)?.focus();
}

/** Asks what the code opens before it shows the way in, so that nothing is asked of a person that is not wanted. Without an answer it asks for all. */
async function invites() {
  const wanted = code;
  invitation = undefined;
  nothingAt("", "main");
  code = wanted;
  let told = {};
  try {
    const answer = await fetch(new URL("api/join", document.baseURI), { headers: { authorization: `Bearer ${wanted}` }, signal: AbortSignal.timeout(5_000) });
    told = Object(await answer.json());
  } catch {
    // Who presses the button is told what is wrong.
  }
  if (code === wanted && screen.kind === "start" && isJoin()) {
    invitation = told.entry ? told : null;
    said ||= told.refused?.code === "REFUSAL_CODE_UNKNOWN_CODE" ? screen.bad_code : "";
    draw();
    page.querySelector(told.refused ? "#code" : "#name").focus();
  }
}

/** The page has nothing at the address: a match that is played stays. */
function nowhere() {
  if (screen.kind === "start") {
    nothingAt("bad_address", "#now");
  }
}

async function route() {
  hide();
  if (page.inert) {
    turned = true;
    return;
  }
  if (alone && SERVED.test(location.hash)) {
    slip = null;
    secret = "";
    nowhere();
    return;
  }
  if (TEACH.test(location.hash)) {
    location.reload();
    return;
  }
  if (isServed() && !(await fetched())) {
    slip = null;
    secret = "";
    return;
  }
  const [, scenario, side, bot, seed] = /^#\/play\/([a-z0-9-]+),(US|CN),([a-z0-9-]+)(?:,s(\d+))?$/.exec(location.hash) ?? [];
  if (scenario) {
    play(scenario, side, bot, seed);
  } else if (KEPT.test(location.hash)) {
    await resume(kept.find(KEPT.exec(location.hash)[1]));
  } else if (location.hash.startsWith(RECORD)) {
    openLink(location.hash.slice(RECORD.length));
  } else if (DESK.test(location.hash)) {
    const told = secret;
    secret = "";
    desk((DESK.exec(location.hash)[1] ?? "").toUpperCase(), told);
  } else if (BOARD.test(location.hash)) {
    board(BOARD.exec(location.hash)[1].toUpperCase());
  } else if (slip) {
    const [wanted, name, key] = slip;
    slip = null;
    await join(wanted, "", name, key);
  } else if (isJoin()) {
    const wanted = invited();
    if (!CODE.test(wanted)) {
      invitation = null;
      nothingAt(wanted && "bad_code", "#code");
    } else if (wanted.toUpperCase() !== code) {
      code = wanted.toUpperCase();
      const ticket = kept.ofTab(ticketName());
      begins("", null);
      invitation = null;
      if (ticket) {
        entered = { code };
        returns = true;
        act(`back ${ticket}`);
      } else {
        await invites();
      }
    }
  } else if (isFirst()) {
    code = "";
    first();
  } else {
    nowhere();
  }
}

/** Keeps the page for visits without its server, where the browser lets it: over https, or from this machine. */
function keep() {
  const policy = globalThis.trustedTypes?.createPolicy("truce", { createScriptURL: () => "./sw.js" });
  navigator.serviceWorker?.register(policy?.createScriptURL("") ?? "./sw.js").catch(() => {});
}

try {
  if (!alone && TEACH.test(location.hash)) {
    // It needs no program.
    await (await import("./teach.js")).teach();
  } else {
    await begin(isServed(), kept.speaks() || (navigator.language.startsWith("zh") ? "zh" : "en"));
    await route();
    addEventListener("hashchange", () => (screen === null ? location.reload() : guarded(route)()));
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      if (!page.inert) {
        openFile(event.dataTransfer.files[0]);
      }
    });
  }
  globalThis.truce = { ask: (request) => program.ask(request), match: () => screen };
  keep();
  document.documentElement.dataset.ready = performance.now().toFixed();
} catch (fault) {
  // What index.html says stays unless the browser can do it.
  if (program !== null) {
    broken(fault);
  }
  document.documentElement.dataset.failed = fault.message;
}
