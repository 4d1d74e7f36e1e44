import { html, nothing } from "./lit-html.js";
import { blocks, fill, squares } from "./draw.js";

/** What only desks and boards look like; nothing is drawn before it is there, or cannot be had. */
await new Promise((there) => {
  const look = document.createElement("link");
  look.rel = "stylesheet";
  look.href = "./desk.css";
  look.onload = look.onerror = there;
  document.head.append(look);
});

/** What was chosen and typed at the desk, and is no state of the class. */
const chosen = { tables: new Set(), act: "ANNOUNCE", named: false };

/** What the student is given who was added last, as squares: made once for each address. */
let slipped = { link: "", drawn: [] };

/** Returns a text in the quotes of acts. */
const quoted = (text) => (text ? `"${text.replace(/["\\]/g, "\\$&")}"` : "");

/** The members whose calls for help are shown, each at a place of its own; null where a call has ended. */
let callers = [];

/** Returns the calls by their places, which stay: if they moved, what is typed to one student would stand under another's call. */
function placed(calls) {
  const open = new Map(calls.map((call) => [call.member, call]));
  callers = calls.length ? callers.map((member) => (open.has(member) ? member : null)) : [];
  callers.push(...[...open.keys()].filter((member) => !callers.includes(member)));
  return callers.map((member) => open.get(member));
}

/** How a seat is, as a sign; its word stands below the tables. */
const SIGNS = { READY: "\u25cf", SEALED: "\u25d0", WORKS: "\u25cb", IDLE: "\u25cc", AWAY: "\u25b2", BOT: "\u2699", VACANT: "\u2013" };

/** Of whom a table waits before its round can be shut. */
const WAITED = ["SEALED", "WORKS", "IDLE", "AWAY"];

/** Who does nothing, and can be replaced by a bot. */
const IDLES = ["IDLE", "AWAY"];

const RUNS = ["OPEN", "OVERTIME", "EXTRA"];

const FILES = { DEBRIEF_HTML: "debrief.html", DEBRIEF_TEXT: "debrief.txt", GRADES: "grades.csv" };

/** Lines of the grades before those of students, and cells at the end of each: performance, participation, distance to par. */
const HEAD_LINES = 2;
const FIGURES = 3;

/** With fewer persons in a seat there is no performance. */
const LEAST_COMPARED = 4;

/** A seat as acts name it: a head by its side alone. */
const acted = (seat) => seat.replace(".head", "");

/** How many students the grades have, and how many of them no performance; names may have commas of their own, the figures stand last. */
function graded(text) {
  const lines = text.split("\n").filter((line) => line.trim()).slice(HEAD_LINES);
  return [lines.filter((line) => !line.split(",").at(-FIGURES).trim()).length, lines.length];
}

/**
 * What is said in the notation of acts, as people say it: a seat by table and name, an act by its title, a member by name. Only what stands first
 * in a line is notation: what follows may be the words of somebody.
 */
function plainly(screen) {
  const { labels } = screen;
  const seats = new Map(screen.tables.flatMap((table) => table.seats.map((one) => [`${table.table}.${one.seat}`, one])));
  const members = new Map(screen.members.map(([number, , name, , , real]) => [number, chosen.named ? real : name]));
  const titles = new Map(screen.acts.map((one) => [one.word, one]));
  const acts = new RegExp(`(?<![A-Z-])(${[...titles.keys()].sort((a, b) => b.length - a.length).join("|")})(?![A-Z-])((?: \\d+)*)`);
  const unnamed = (seat) => `${labels[seat.slice(0, 2)]} ${seat.endsWith("head") ? labels["seat.head"] : seat.slice(3)}`;
  const seat = (line) => line.replace(/\b(\d+)\.((?:US|CN)\.(?:head|\d))\b( +[^\s,]+)?/, (_, table, place, after = "") => {
    const name = seats.get(`${table}.${place}`)?.name;
    return `${fill(labels.at, table, name || unnamed(place))}${!after || after.trim() === name ? "" : `: ${after.trim()}`}`;
  });
  const act = (line) => line.replace(acts, (_, word, numbers) => {
    const named = titles.get(word).fields.some(({ name }) => name === "MEMBER");
    return `${titles.get(word).title}${named ? numbers.replace(/\d+/g, (number) => members.get(number) || number) : numbers}`;
  });
  return { seat, act: (line) => act(seat(line)), member: (number) => members.get(String(number)) || number };
}

const header = (screen, languages) => html`<header><h1>truce</h1>${screen.title ? html`<p>${screen.title}</p>` : nothing}${languages}</header>`;

const link = (screen) => (screen.link || screen.refused ? html`<p class="bad" role="alert">${screen.refused || screen.link}</p>` : nothing);

const waits = (screen, languages, home) => html`${header(screen, languages)}<main class="start"><p role="status">${screen.refused ? "" : screen.text}</p>${link(screen)}
  <button type="button" @click=${home}>${screen.home}</button></main>`;

/** What stands beside the sentence of a card. */
const MARKS = {
  DEAL: "M3 17h14M4 13.5 13.5 4l2.5 2.5L6.5 16H4Z",
  TRUCE: "M4.5 9h11v8h-11ZM7 9V6.5a3 3 0 0 1 6 0V9",
  LENS: "M14 8.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0Zm-1.3 4.2l4.8 4.8",
  ALERT: "M10 3 18 17H2ZM10 8v4.5M10 14.8v.2",
  END: "M4 4l12 12M16 4 4 16",
};

/** Cards that a room reads at once, and fewer while something is said above them; more are shown in turns. */
const MOST_CARDS = 20;
const MOST_BELOW = 15;

/** A room reads them in that time. */
const TURN_MILLIS = 12_000;

/** On a phone all cards stand below each other. */
const narrow = matchMedia("(max-width: 40rem)");

/** The turn that somebody has chosen, and that stays. */
let stays = null;

/** How many cards stand beside each other. */
const columns = (cards) => (cards < 4 ? cards : cards < 5 ? 2 : cards < 7 ? 3 : cards < 9 ? 4 : 5);

/** An address in one line, as wide as there is room for it. */
const inOneLine = (text) => html`<svg class="address" viewBox="0 0 ${6 * text.length} 12" role="img" aria-label=${text}><text y="9.5" textLength=${6 * text.length}>${text}</text></svg>`;

/** The tariffs of a table, with the level at which trade counts as normal; all tables have one scale. */
function course(tariffs, { rounds, top, normal }) {
  const x = (at) => 4 + (192 * at) / Math.max(1, rounds, tariffs.length - 1);
  const y = (tariff) => 78 - (72 * tariff) / top;
  const [at, now] = [tariffs.length - 1, tariffs.at(-1)];
  return html`<svg class="course" viewBox="0 0 200 84" preserveAspectRatio="none" aria-hidden="true"><path class="normal" d=${`M4 ${y(normal)}H196`}></path>
    <path class="l-us" d=${tariffs.map((tariff, round) => `${round ? "L" : "M"}${x(round)} ${y(tariff)}`).join("")}></path><path class="l-us now" d=${`M${x(at)} ${y(now)}h0`}></path></svg>`;
}

/** One table. The signs only repeat what the sentence says. */
const card = (one, { axis, foot }) => html`<li class=${one.unbound ? "unbound" : nothing}><p class="no"><b>${one.table}</b><span><span class="us">${foot.sides[0]}</span> : <span class="cn">${foot.sides[1]}</span></span></p>
  <p class="now">${one.tariffs.at(-1)}<small>%</small></p>${course(one.tariffs, axis)}
  <p class="said"><svg class="mark" viewBox="0 0 20 20" aria-hidden="true"><path d=${MARKS[one.sign]}></path></svg>${one.text}</p></li>`;

/** What a room reads before its class begins. */
const lobby = (screen, languages) => html`<main class="board lobby">
  ${screen.title ? html`<p class="title">${screen.title}</p>` : nothing}
  <h1>${screen.code || screen.round}</h1>
  <div class="way">${screen.code ? html`<div class="squares">${squares({ text: screen.address, rows: screen.squares })}</div>` : nothing}
    <div>${screen.code ? inOneLine(screen.address) : nothing}
      <p>${screen.joins ? screen.join : nothing} <b>${screen.doors}</b></p><p class="here">${screen.here}</p>
      ${screen.now.map((told) => html`<p class="told">${told}</p>`)}${screen.warns ? html`<p class="bad">${screen.warns}</p>` : nothing}</div></div>
  <footer>${languages}</footer></main>`;

/** The board of a class, for a room. */
export function boardScreen(screen, { languages, home, redraw }) {
  if (screen.text) {
    return waits(screen, languages, home);
  }
  const { cards, foot } = screen;
  if (!cards.length) {
    return html`${link(screen)}${lobby(screen, languages)}`;
  }
  const told = [...screen.now, screen.warns].filter((line) => line);
  const turns = narrow.matches ? 1 : Math.ceil(cards.length / (told.length ? MOST_BELOW : MOST_CARDS));
  const each = Math.ceil(cards.length / turns);
  const turn = stays !== null && stays < turns ? stays : Math.floor(Date.now() / TURN_MILLIS) % turns;
  const shown = cards.slice(turn * each, (turn + 1) * each);
  const choose = (wanted) => {
    stays = stays === wanted ? null : wanted;
    redraw();
  };
  const choices = turns < 2 ? nothing : html`<div class="pages">${Array.from({ length: turns }, (_, at) => html`<button type="button" aria-pressed=${stays === at} class=${at === turn ? "seen" : nothing} @click=${() => choose(at)}>
    ${fill(foot.page, cards[at * each].table, cards[Math.min(cards.length, (at + 1) * each) - 1].table)}</button>`)}</div>`;
  return html`${link(screen)}<main class=${`board begun${shown.length > 10 ? " many" : ""}`}>
    <div class="top"><div class="where"><h1>${screen.round}</h1><p>${screen.title}${screen.title && screen.where ? html` <span aria-hidden="true">\u00b7</span> ` : nothing}${screen.where}</p></div>
      ${screen.ready ? html`<p class="clock">${screen.time ? html`<b>${screen.time}</b>` : nothing}<small>${screen.ready}</small></p>` : nothing}
      ${screen.code ? html`<div class="way"><div class="squares">${squares({ text: screen.address, rows: screen.squares })}</div>
        <p><b>${screen.code}</b><small>${screen.address.replace(/^https?:\/\//, "").replace(/\/#.*/, "")}</small><small>${screen.doors}</small></p></div>` : screen.doors ? html`<p class="way">${screen.doors}</p>` : nothing}</div>
    ${told.map((line) => html`<p class=${line === screen.warns ? "told bad" : "told"}>${line}</p>`)}
    <ol class=${`tables c-${columns(shown.length)}`}>${shown.map((one) => card(one, screen))}</ol>
    <footer><p><b>${foot.what}</b> ${foot.normal} ${foot.counts.map(([number, words], at) => html`${at ? foot.comma : nothing}<b>${number}</b>${words}`)}${foot.stop} ${foot.range} ${foot.secret}</p>${choices}${languages}</footer>
  </main>`;
}

/** Asks for what opens a desk. */
export function doorScreen(screen, { languages, home, desk }) {
  const open = (event) => {
    event.preventDefault();
    const told = new FormData(event.target);
    desk(told.get("code").trim().toUpperCase(), told.get("secret").trim());
  };
  return html`${header(screen, languages)}<main class="start"><form @submit=${open}>
      <h2>${screen.title}</h2>
      <label>${screen.code}<input name="code" id="code" required maxlength="16" pattern="[A-Za-z0-9\\-]{4,16}" autocomplete="off" .value=${screen.value}></label>
      <label>${screen.secret}<input name="secret" id="secret" type="password" required maxlength="100" autocomplete="off"></label>
      <button class="main" id="open">${screen.open}</button></form>
    <p>${screen.how}</p>
    <button type="button" @click=${home}>${screen.home}</button></main>`;
}

/** The desk of a class. */
export function deskScreen(screen, { languages, home, act, redraw, keep, code }) {
  if (screen.text) {
    return waits(screen, languages, home);
  }
  const { labels } = screen;
  const plain = plainly(screen);
  const called = plain.member;
  const row = (things) => things.join(labels["list.between"]);
  const list = (things) => (things.length < 2 ? row(things) : `${row(things.slice(0, -1))}${labels["list.and"]}${things.at(-1)}`);
  const parts = (things) => things.filter((thing) => thing).join(labels["list.comma"]);
  const form = (word) => screen.acts.find((one) => one.word === word);
  const titled = (word) => form(word).title;
  const type = (line) => act(`type ${line}`);
  const tables = () => [...chosen.tables].sort((a, b) => a - b);
  const where = () => (chosen.tables.size ? `${tables().join(",")}: ` : "");
  const say = (event, make) => {
    event.preventDefault();
    const field = event.target.elements.text;
    if (field.value.trim()) {
      type(make(field.value.trim()));
      field.value = "";
    }
  };
  const toggle = (table) => {
    chosen.tables.has(table) ? chosen.tables.delete(table) : chosen.tables.add(table);
    redraw();
  };

  const menu = screen.acts.filter((one) => one.fields.length > 0 || one.for_good);
  const picked = menu.find((one) => one.word === chosen.act) ?? menu[0];
  const does = (event) => {
    event.preventDefault();
    let before = picked.at_tables ? where() : "";
    const values = picked.fields.map(({ name }) => {
      const value = event.target.elements[`f-${name}`].value.trim();
      if (name !== "SEAT") {
        return name.startsWith("STUDENT") ? quoted(value) : value;
      }
      const [table, seat] = value.split(" ");
      before = `${table}: `;
      return seat;
    });
    type(`${before}${[picked.word, ...values.filter((value) => value)].join(" ")}`);
  };
  const picks = (word) => {
    chosen.act = word;
    redraw();
    const fields = document.querySelector("#menu");
    // What was typed for one act is not meant for another.
    fields.querySelectorAll("input").forEach((input) => (input.value = input.defaultValue));
    return fields;
  };
  const reads = (event) => {
    event.preventDefault();
    const told = new FormData(event.target);
    act(`document ${told.get("document")} ${told.get("naming")}`);
  };
  const options = (name, label, list, usual) => html`<select name=${name} aria-label=${label}>${list.map((one) => html`<option value=${one.value} ?selected=${one.value === usual}>${one.text}</option>`)}</select>`;
  /** Of the seats those of the chosen tables, if some are. */
  const here = (one) => one.choices.filter(({ value }) => one.name !== "SEAT" || !chosen.tables.size || chosen.tables.has(Number(value.split(" ")[0])));
  const field = (one) => html`<label>${one.label}${one.choices.length
    ? html`<select name=${`f-${one.name}`}>${here(one).map((each) => html`<option value=${each.value}>${plain.seat(chosen.named && each.named ? each.named : each.text)}</option>`)}</select>`
    : one.none ? html`<b>${one.none}</b>` : html`<input name=${`f-${one.name}`} ?required=${!one.optional} maxlength="500" autocomplete="off" value=${one.usual}>`}</label>`;
  const fits = picked.fields.every((one) => one.choices.length > 0 || !one.none);
  /** The slip of who was added: an address that opens the seat, and what is typed where there is none. */
  const slip = ([name, student, key]) => {
    const at = `${new URL(".", document.baseURI).href}#/join/${screen.code}`;
    const opens = key ? `${at}/${encodeURIComponent(student)}/${key}` : at;
    if (slipped.link !== opens) {
      slipped = { link: opens, drawn: code(opens) };
    }
    return html`<section class="card slip" id="slip" aria-labelledby="h-slip"><h2 id="h-slip">${labels.slip} ${name}</h2>
      ${key ? html`<p>${labels.number} <b>${student}</b> <b class="key">${key}</b></p>` : nothing}${blocks(slipped.drawn)}</section>`;
  };
  /** A place names who sits there, so that the pseudonym is not said twice. */
  const members = (cells) => html`<tr>${(chosen.named ? cells : cells.slice(0, 4)).filter((_, at) => at !== 2).map((cell) => html`<td>${plain.seat(cell)}</td>`)}</tr>`;

  // Tables of a class that has ended tell nothing any more.
  const at = (table) => (screen.over && table.phase !== "FAULT" ? "OVER" : table.phase);
  const runs = screen.tables.some((table) => RUNS.includes(at(table)));
  const has = (phase) => screen.tables.some((table) => at(table) === phase);
  /** What the class is waiting for the instructor to do. */
  const next = !screen.doors && !screen.begun ? "DOORS" : !screen.begun ? "START" : runs ? "ADVANCE" : has("SHUT") ? "REVEAL" : has("BETWEEN") ? "OPEN" : "";
  const bar = [next, ...(screen.begun ? ["PAUSE", "RESUME"] : [])];
  const alone = screen.acts.filter((one) => one.fields.length === 0 && !one.for_good && (one.word !== "START" || has("LOBBY")) && (chosen.tables.size && one.at_tables ? true : !bar.includes(one.word)));
  const button = (word, line, title, main) => html`<button type="button" id=${word === "DOORS" ? "doors" : `act-${word}`} class=${main ? "main" : nothing} @click=${() => type(line)}>${title}</button>`;

  const standIn = (one) => html`<button type="button" @click=${() => type(`${one.table}: STAND-IN ${acted(one.seat)} ${form("STAND-IN").fields.find(({ name }) => name === "BOT").usual}`)}>${titled("STAND-IN")}</button>`;
  const waiting = (list) => list.map((one) => html`<li class="need"><p>${parts([plain.seat(`${one.table}.${one.seat} ${one.cells[0]}`), ...one.cells.slice(1)])}</p>${standIn(one)}</li>`);
  const idle = screen.waiting.filter((one) => IDLES.includes(one.state));
  const others = screen.waiting.filter((one) => !IDLES.includes(one.state));
  const calls = placed(screen.calls);
  /** Whether debrief and grades can be read. */
  const ended = screen.over || (screen.tables.length > 0 && screen.tables.every((table) => at(table) === "OVER"));
  const quiet = idle.length + screen.held.length + screen.calls.length + screen.seatless.length === 0;

  const seats = (table, side) => html`<td class=${side.toLowerCase()}>${table.seats.filter((one) => one.side === side).map((one) => html`<span class="sat"><span aria-hidden="true">${SIGNS[one.state]}</span> ${one.name || labels[one.state]}${one.state === "BOT" && one.name ? ` (${labels.BOT})` : one.gone && one.state === "READY" ? ` (${labels.AWAY})` : ""}</span>`)}</td>`;
  const now = (table) => {
    const late = table.seats.filter((one) => WAITED.includes(one.state));
    const open = RUNS.includes(at(table));
    const who = list(late.map((one) => `${one.name || acted(one.seat)}${one.state === "WORKS" ? "" : ` (${labels[one.state]})`}`));
    return parts([table.paused && !screen.over ? labels["tables.paused"] : "", at(table) === "OPEN" ? "" : labels[at(table)], open ? (late.length ? fill(labels["to-do"], who) : labels.ready) : ""]);
  };
  const begun = screen.tables.some((table) => table.tariff !== undefined);
  const last = (table) => parts([table.broke?.length ? fill(labels.broke, list(table.broke.map((side) => labels[side]))) : "", table.returned ? labels.returned : "", table.communique ? labels.communique : ""]);
  const happened = screen.tables.some(last);
  const urgent = (table) => RUNS.includes(at(table)) && table.seats.some((one) => IDLES.includes(one.state));
  // Where no clock runs, what a table does now has the room.
  const timed = !screen.over && screen.tables.some(({ left }) => /\d/.test(left));
  const heads = [labels.table, labels.US, labels.CN, ...(timed ? [labels.left] : []), labels.now, ...(begun ? [labels["class-board.head.tariff"], ...(happened ? [labels.last] : [])] : [])];

  const said = () => {
    if (screen.sure) {
      return fill(labels.ask, plain.act(screen.sure.replace("sure ", "")));
    }
    // The line that says how what was shown is done is for who types.
    return (screen.again ? screen.said.slice(0, -1) : screen.said).map(plain.act).join("\n");
  };
  const [without, lines] = screen.file === "GRADES" ? graded(screen.document) : [0, 0];
  const seatless = screen.members.filter((cells) => cells[1] === "--").map(([number]) => called(number));

  const documents = html`<section class="card" aria-labelledby="h-debrief"><h2 id="h-debrief">${ended ? labels.read : labels.debrief}</h2>
      <form id="debrief" @submit=${reads}><label>${labels.names}${options("naming", labels.names, screen.namings, "PSEUDONYM")}</label>${options("document", labels.read, Object.entries(FILES).map(([value, text]) => ({ value, text })), "DEBRIEF_HTML")}<button class=${ended ? "main" : nothing}>${labels.do}</button></form>
      ${screen.file ? html`<button type="button" id="keep" class="main" @click=${() => keep(FILES[screen.file])}>${labels.save}: ${FILES[screen.file]}</button>` : nothing}
      ${without ? html`<p class="note">${fill(labels.few, without, lines, LEAST_COMPARED)}</p>` : nothing}
      ${lines && seatless.length ? html`<p class="note">${fill(labels.none, row(seatless))}</p>` : nothing}
      ${screen.file === "DEBRIEF_TEXT" ? html`<pre id="document">${screen.document}</pre>` : nothing}</section>`;

  return html`${header(screen, languages)}${link(screen)}
    <main class="desk">
      <div class="bar"><p class="head" id="head"><span>${screen.round || screen.code}</span> <b role="timer">${screen.over ? "" : screen.left}</b></p>
        <div class="buttons">${screen.over ? nothing : html`${screen.begun ? html`${button("PAUSE", "PAUSE", titled("PAUSE"))}${button("RESUME", "RESUME", titled("RESUME"))}${runs ? html`<button type="button" id="more" @click=${() => type("EXTEND 1:00")}>${titled("EXTEND")}: 1:00</button>` : nothing}` : nothing}
          ${next ? button(next, next === "DOORS" ? "DOORS OPEN" : next, next === "DOORS" ? labels.doors : titled(next), true) : nothing}
          <button type="button" id="announce" @click=${() => picks("ANNOUNCE").querySelector("input")?.focus()}>${titled("ANNOUNCE")}</button>`}
          <a class="button" href=${`#/board/${screen.code}`} target="_blank" rel="noopener">${labels.board}</a></div>
        <p class="note">${parts([screen.code, ...screen.counts.trim().split(/ {2,}/).slice(0, screen.over ? 1 : 9)])}</p></div>
      ${screen.facts.map((line) => html`<p class="bad" role="alert">${line}</p>`)}
      <div id="said" role="status" class=${screen.bad ? "bad" : ""}><p class="told">${said()}</p>
        ${screen.again ? html`<button type="button" id="again" class="main" @click=${() => type(screen.again)}>${labels.again}</button>` : nothing}
        ${screen.sure ? html`<button type="button" id="sure" @click=${() => type(screen.sure)}>${labels.sure}</button>` : nothing}</div>
      ${screen.slip.length ? slip(screen.slip) : nothing}
      <div class="left">${ended ? documents : nothing}${screen.over ? nothing : html`<section class="card needs" aria-labelledby="h-needs"><h2 id="h-needs">${labels.needs}</h2>
        ${quiet ? html`<p>${labels.nobody}</p>` : nothing}
        ${calls.map((call) => !call ? nothing : html`<form class="call" @submit=${(event) => say(event, (text) => call.to.replace(/^(\d+)\.(\S+).*/, (_, table, seat) => `${table}: MESSAGE ${acted(seat)} ${text}`))}>
          <p role="alert">${plain.seat(call.text)}</p>${call.to.includes(".") ? html`<label>${labels.answer} <input name="text" required maxlength="280" autocomplete="off"></label><button>${labels.do}</button>` : nothing}</form>`)}
        ${screen.held.map((one) => html`<div class="call"><p role="alert">${plain.seat(one.text)}</p><div class="buttons">
          <button type="button" @click=${() => type(`ADMIT ${one.device}`)}>${titled("ADMIT")} ${one.device}</button>
          <button type="button" @click=${() => type(`REFUSE ${one.device}`)}>${titled("REFUSE")} ${one.device}</button></div></div>`)}
        ${screen.seatless.length ? html`<p>${fill(labels.seatless, row(screen.seatless.map(called)))}</p>` : nothing}
        <ol class="waiting">${waiting(idle)}</ol></section>`}
      <section class="card" aria-labelledby="h-tables"><h2 id="h-tables">${labels.tables}</h2>
        <div class="wide" role="group" tabindex="0" aria-labelledby="h-tables"><table><thead><tr><th scope="col"><span class="unseen">${labels.pick}</span></th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${screen.tables.map((row) => html`<tr class=${urgent(row) ? "urgent" : nothing}><td><label class="tick"><input type="checkbox" aria-label=${`${labels.pick} ${row.table}`} .checked=${chosen.tables.has(row.table)} @change=${() => toggle(row.table)}></label></td>
            <th scope="row">${row.table}</th>${seats(row, "US")}${seats(row, "CN")}${timed ? html`<td>${row.left}</td>` : nothing}<td class="now">${now(row)}</td>${begun ? html`<td>${row.tariff === undefined ? "" : `${row.tariff}%`}</td>${happened ? html`<td>${last(row)}</td>` : nothing}` : nothing}</tr>`)}</tbody></table></div>
        <p class="note">${Object.entries(SIGNS).map(([state, sign]) => html`<span class="sat">${sign} ${labels[state]}</span> `)}</p></section>
      ${others.length && !screen.over ? html`<details class="card"><summary>${labels.waiting}: ${others.length}</summary><ol class="waiting">${waiting(others)}</ol></details>` : nothing}</div>
      <div class="right">${screen.over ? nothing : html`<section class="card does"><h2>${chosen.tables.size ? fill(labels.some, list(tables())) : labels.all}</h2>
        <div class="buttons">${alone.map((one) => html`<button type="button" id=${chosen.tables.size && one.at_tables ? `at-${one.word}` : `act-${one.word}`}
          @click=${() => type(`${one.at_tables ? where() : ""}${one.word}`)}>${one.title}</button>`)}</div>
        <form id="menu" @submit=${does}><select aria-label=${labels.do} id="act" @change=${(event) => picks(event.target.value)}>${menu.map((one) => html`<option value=${one.word} ?selected=${one === picked}>${one.title}</option>`)}</select>
          ${picked.fields.map(field)}<button ?disabled=${!fits}>${labels.do}</button></form></section>`}
      <section class="card"><label class="show"><input type="checkbox" id="named" .checked=${chosen.named} @change=${(event) => {
          chosen.named = event.target.checked;
          redraw();
        }}> ${labels.named}</label>
        <details><summary>${labels.list}</summary><div class="wide"><table><tbody>${screen.members.map(members)}</tbody></table></div></details>
        <details><summary>${labels.log}</summary><ol class="log">${screen.log.map((line) => html`<li>${plain.act(line)}</li>`)}</ol></details>
        <details><summary>${labels.typed}</summary><form id="typed" @submit=${(event) => say(event, (text) => text)}><label>${labels.line}<input name="text" id="line" maxlength="500" autocomplete="off" spellcheck="false"></label><button>${labels.do}</button></form></details></section>
      ${ended ? nothing : documents}</div>
    </main>`;
}
