import { html, render } from "./lit-html.js";
import { start } from "./program.js";
import { seatScreen, startScreen, waitingScreen } from "./screens.js";

const TEXTS = { en: "./story_en.properties", zh: "./story_zh.properties" };
const RECORD = "#/record/";
const ROOM = /^#\/join\/([A-Za-z0-9-]{4,16})$/;
const page = document.querySelector("#page");
let shown = false;
let ask;
let screen = null;
let whatIf = null;
let tab = "levers";
/** The text of the record that is looked at, and what was said of it last. */
let record = "";
let said = "";
/** The code of the room, if there is one. */
let code = "";
/** What is needed for records only; most visits need none of it. */
let records = null;
/** How each kind of screen is drawn. */
const VIEWS = {
  start: (page) => startScreen(screen, said || screen.said, ROOM.exec(location.hash)?.[1] ?? "", page),
  waiting: (page) => waitingScreen(screen, page),
  seat: (page) => seatScreen(screen, whatIf, tab, page),
  record: (page) => records.recordScreen(screen, said, page),
};

/** Shows something in place of what index.html says to browsers that cannot. */
function put(content) {
  if (!shown) {
    page.replaceChildren();
    shown = true;
  }
  render(content, page);
}

/** Shows a fault of the program with what helps to find it; the match can be played again from its seed. */
function broken(fault) {
  put(html`<main><h1>truce</h1><p role="alert">${fault.message}</p><pre>${location.hash}</pre></main>`);
}

function guarded(does) {
  return (...given) => {
    try {
      return does(...given);
    } catch (fault) {
      broken(fault);
      throw fault;
    }
  };
}

const tell = (request) => JSON.parse(ask(request));

// The time that is left moves by itself.
setInterval(() => screen?.closes > 0 && draw(), 1000);

/** What opens the seat of a room again, for this tab only. */
const ticketName = () => `truce ${code}`;

/** Does what a request says, and shows the screen after it; what opens a seat again is kept. */
const act = guarded((request) => {
  screen = tell(request);
  whatIf = screen.what_if ?? null;
  if (screen.ticket && screen.over) {
    sessionStorage.removeItem(ticketName());
  } else if (screen.ticket) {
    sessionStorage.setItem(ticketName(), screen.ticket);
  }
  draw();
});

const choose = guarded((word, level) => {
  whatIf = tell(`choose ${word} ${level}`);
  screen.levers.find((lever) => lever.word === word).chosen = level;
  screen.labels.seal = whatIf.seal ?? screen.labels.seal;
  screen.said = "";
  draw();
});

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([screen.record], { type: "text/plain" }));
  link.download = "match.twg";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A match is named by its address: scenario, side, bot and seed. */
const play = guarded((scenario, side, bot, seed) => {
  code = "";
  const drawn = seed ?? String(crypto.getRandomValues(new Uint32Array(1))[0]);
  history.replaceState(null, "", `#/play/${scenario},${side},${bot},s${drawn}`);
  act(`play ${scenario} ${side} ${bot} ${drawn}`);
});

function join(wanted, name, key) {
  code = wanted.toUpperCase();
  history.replaceState(null, "", `#/join/${code}`);
  act(key ? `enter ${code} ${key} ${name}` : `join ${code} ${name}`);
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
      if (screen.link !== undefined) {
        act("screen");
      }
    }, 30);
  }
}

const home = guarded(() => {
  code = "";
  history.replaceState(null, "", "#/");
  said = "";
  act("start");
});

const open = guarded(async (text) => {
  code = "";
  said = "";
  records ??= await import("./record.js");
  record = text;
  act(`record ${text}`);
});

const walk = (round) => act(`round ${round}`);

async function openFile(file) {
  if (file) {
    records ??= await import("./record.js");
    await open(await records.read(file));
  }
}

async function share() {
  const link = await records.packed(record);
  if (link === null) {
    said = screen.labels.too_long;
  } else {
    history.replaceState(null, "", `#/record/${link}`);
    try {
      await navigator.clipboard.writeText(location.href);
      said = screen.labels.shared;
    } catch {
      // Without https there is no clipboard.
      said = screen.labels.in_address;
    }
  }
  draw();
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

const language = guarded(async (chosen) => {
  const answer = await fetch(TEXTS[chosen]);
  ask(`texts ${chosen}\n${await answer.text()}`);
  document.documentElement.lang = chosen === "zh" ? "zh-Hans" : "en";
  act("screen");
});

function draw() {
  const languages = html`<nav class="languages">
    <button type="button" lang="en" @click=${() => language("en")}>English</button>
    <button type="button" lang="zh-Hans" @click=${() => language("zh")}>中文</button>
  </nav>`;
  const walks = () => open(screen.record);
  put(VIEWS[screen.kind]({ languages, act, play, join, openFile, choose, save, home, show, walk, walks, share }));
}

function route() {
  const [, scenario, side, bot, seed] = /^#\/play\/([a-z0-9-]+),(US|CN),([a-z0-9-]+)(?:,s(\d+))?$/.exec(location.hash) ?? [];
  if (scenario) {
    play(scenario, side, bot, seed);
  } else if (location.hash.startsWith(RECORD)) {
    openLink(location.hash.slice(RECORD.length));
  } else if (ROOM.test(location.hash)) {
    const wanted = ROOM.exec(location.hash)[1].toUpperCase();
    if (wanted !== code) {
      code = wanted;
      const ticket = sessionStorage.getItem(ticketName());
      if (ticket) {
        act(`back ${ticket}`);
      } else {
        code = "";
        act("start");
      }
    }
  }
}

try {
  ask = await start("./truce.wasm", changed);
  await language(navigator.language.startsWith("zh") ? "zh" : "en");
  route();
  addEventListener("hashchange", guarded(route));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    openFile(event.dataTransfer.files[0]);
  });
  globalThis.truce = { ask, match: () => screen };
  document.documentElement.dataset.ready = "";
} catch (fault) {
  // What index.html says stays unless the browser can do it.
  if (ask) {
    broken(fault);
  }
  document.documentElement.dataset.failed = fault.message;
}
