import { html, nothing, svg } from "./lit-html.js";
import { blocks } from "./draw.js";

/** A lever: a slider over the steps of its ladder. A step that is not legal now is named, and cannot be chosen. */
function lever(one, labels, choose) {
  const at = one.chosen < 0 ? one.level : one.chosen;
  const id = `lever-${one.word}`;
  const slide = (event) => {
    const wanted = Number(event.target.value);
    const legal = one.steps.map((step, i) => (step.legal ? i : -1)).filter((i) => i >= 0);
    const nearest = legal.reduce((best, i) => (Math.abs(i - wanted) < Math.abs(best - wanted) ? i : best), legal[0] ?? one.level);
    event.target.value = String(nearest);
    choose(one.word, nearest);
  };
  return html`<div class="lever ${one.chosen < 0 ? "" : "chosen"} ${one.held ? "held" : ""}">
    <label for=${id}>${one.title} <small>${one.word}</small></label>
    <output for=${id}>${one.steps[at].title}${one.chosen < 0 ? html` <small>${labels.unchanged}</small>` : nothing}</output>
    <input id=${id} type="range" min="0" max=${one.steps.length - 1} step="1" .value=${String(at)} ?disabled=${one.held !== ""} aria-valuetext=${one.steps[at].title} @input=${slide}>
    ${one.chosen < 0 ? nothing : html`<button type="button" class="small" @click=${() => choose(one.word, -1)}>${labels.undo}</button>`}
    <p class="note">${one.held} ${one.covert ? labels.covert : ""} ${one.clause ?? ""} ${one.chosen < 0 ? "" : one.steps[at].note}</p>
  </div>`;
}

function whatIfPart(told, labels) {
  return html`<section id="what_if" class="card" aria-labelledby="h-what_if"><h2 id="h-what_if">${labels.what_if}</h2>
    ${told.refused ? html`<p role="alert">${told.refused}</p>` : nothing}
    ${told.charts ? html`${blocks(told.charts, labels.table)}
    <details><summary>${labels.table}</summary>${blocks(told.blocks)}</details>${blocks(told.trade)}` : nothing}</section>`;
}

/** The marks of the three cases, which need no colour to be told apart. */
const MARKS = { keep: svg`<circle cx="0" cy="10" r="7"></circle>`, cheat: svg`<path d="M-8 17 0 3 8 17Z"></path>`, unsigned: svg`<path d="M-6 4h12v12h-12Z"></path>` };

/** What signing would bring: the score in three cases on one axis, and the sentence on it. */
const verdictPart = ({ cases, sentence, force, enters, lines }) => (cases ? html`<table class="cases"><tbody>${cases.map((one) => html`<tr class=${one.kind}><th scope="row">${one.name}</th>
    <td><svg aria-hidden="true"><line x1="0" x2="100%" y1="10" y2="10"></line><svg class="mark" x=${one.place}>${MARKS[one.kind]}</svg></svg></td><td><b>${one.score}</b></td></tr>`)}</tbody></table>
    <p><b>${sentence}</b></p>${lines.map((line) => html`<p class="line">${line}</p>`)}<p class=${enters ? "enters" : "bad"}>${force}</p>` : nothing);

/** An open offer: what each side gives, the verdict, and what can be done with it. */
const offerPart = (offer, labels, act) => html`<article class="offer" id="offer-${offer.name}"><h3>${offer.title}</h3><p class="note">${offer.until}</p>
    <div class="sides">${offer.terms.sides.map((side) => html`<div class=${side.side}><h4>${side.title}</h4><ul>${side.rows.map((row) => html`<li>${row.name}: ${row.bound} <small>(${row.now})</small>${row.line ? html` <b class="line">${row.line}</b>` : nothing}</li>`)}</ul><p class="note">${side.rest}</p></div>`)}</div>
    ${verdictPart(offer.terms.verdict)}
    <div class="buttons">${offer.ours ? html`<button type="button" @click=${() => act(`withdraw ${offer.name}`)}>${labels.withdraw}</button>` : html`
      <button type="button" class="main" @click=${() => act(`deal ${offer.name}`)}>${labels.back}</button>
      <button type="button" @click=${() => act(`refuse ${offer.name}`)}>${labels.refuse}</button>
      <button type="button" @click=${() => act(`accept ${offer.name}`)}>${labels.accept}</button>`}</div>
    <details><summary>${labels.details}</summary><p>${offer.name}</p>${blocks(offer.blocks)}</details></article>`;

/** Terms that are put together: what each side gives with its steppers, and what they would bring. */
function dealScreen(screen, { languages, act, unkept }) {
  const { deal } = screen;
  const { labels } = deal;
  const row = (one) => html`<li><span class="lever-name"><b>${one.name}</b><small>${one.now}</small></span>
    <span class="stepper"><button type="button" aria-label="${labels.less}: ${one.name}" ?disabled=${!one.less} @click=${() => act(`give ${one.word} -1`)}>−</button><output>${one.bound}</output>
      <button type="button" id="more-${one.word.replace(".", "-")}" aria-label="${labels.more}: ${one.name}" ?disabled=${!one.more} @click=${() => act(`give ${one.word} 1`)}>+</button></span>
    <b class="line">${one.line}</b></li>`;
  return html`<header><p class="logo">truce</p><p>${screen.title}: ${screen.seats}</p><p><b>${screen.round_text}</b></p>${languages}</header>
    ${screen.link ? html`<p class="bad" role="alert">${screen.link}</p>` : nothing}${unkept ? html`<p class="bad" id="unkept" role="status">${unkept}</p>` : nothing}
    <main class="deal"><div class="head"><h1>${deal.title}</h1>
      <div role="group" aria-label=${deal.length}><span>${deal.length}</span>${deal.lengths.map((one) => html`<button type="button" aria-pressed=${one.chosen} @click=${() => act(`lasts ${one.rounds}`)}>${one.rounds}</button>`)}</div>
      <div role="group" aria-label=${labels.announce}><span>${labels.announce}</span><button type="button" aria-pressed=${!deal.announced} @click=${() => act("announce no")}>${labels.private}</button><button type="button" aria-pressed=${deal.announced} @click=${() => act("announce yes")}>${labels.announced}</button></div>
      <button type="button" id="spare" ?disabled=${!deal.spares} @click=${() => act("spare")}>${labels.spare}</button></div>
    ${deal.sides.map((side) => html`<section class="card ${side.side}"><h2>${side.title}</h2><ul class="steppers">${side.rows.map(row)}</ul></section>`)}
    <section class="card verdict" aria-live="polite"><h2>${labels.score}</h2>${verdictPart(deal.verdict)}</section></main>
    <footer><p role="status">${screen.said}</p><div class="buttons"><button type="button" id="leave" @click=${() => act("leave")}>${labels.leave}</button>
      <button type="button" id="propose" class="main" ?disabled=${!deal.sendable} @click=${() => act("propose")}>${labels.propose}</button></div></footer>`;
}

function offersPart(screen, act) {
  const { labels } = screen;
  const type = (event) => {
    event.preventDefault();
    const field = event.target.elements.line;
    if (field.value.trim()) {
      act(`type ${field.value}`);
      field.value = "";
    }
  };
  return html`<section id="offers" class="card" aria-labelledby="h-offers"><h2 id="h-offers">${labels.offers}</h2>
    ${screen.what_if.offers.length ? nothing : html`<p>${labels.no_offer}</p>`}
    ${screen.what_if.offers.map((offer) => offerPart(offer, labels, act))}
    <p><button type="button" id="deal" @click=${() => act("deal")}>${labels.deal}</button></p>
    <form @submit=${type}><label>${labels.type}<input name="line" autocomplete="off" maxlength="500" list="bases"></label>
      <datalist id="bases">${screen.bases.map((base) => html`<option value=${`offer ${base}`}></option>`)}</datalist>
      <button>${labels.do}</button></form></section>`;
}

/** How many of ten are true: triangles for those that are. */
const ofTen = (tens) => html`<span class="tens" aria-hidden="true">${"▲".repeat(tens)}${"○".repeat(10 - tens)}</span>`;

/** Open accusations: the own one with what may be decided on it, and the other side's. */
function accusationPart({ accusation }, act) {
  const { title, choices, against } = accusation;
  if (!title && !against) {
    return nothing;
  }
  return html`<div class="part-accusation">${title ? html`<section id="accusation" class="card" aria-labelledby="h-accusation"><h2 id="h-accusation">${title}</h2>
      <p>${ofTen(accusation.tens)} <b>${accusation.odds}</b></p>
      <div class="choices" role="group" aria-labelledby="h-accusation">${choices.map((one) => html`<button type="button" aria-pressed=${one.chosen} ?disabled=${!accusation.decides} @click=${() => act(`type ${one.line}`)}>
        <b class="choice">${one.name}</b><span class="text">${one.text}</span><span class="worth"><small>${accusation.expected}</small> <b>${one.expected}</b></span></button>`)}</div>
      <p>${accusation.standing} ${accusation.only}</p><p class="note">${accusation.note}</p></section>` : nothing}
    ${against ? html`<section id="accused" class="card" aria-labelledby="h-accused"><h2 id="h-accused">${accusation.against_title}</h2>${blocks(against)}</section>` : nothing}</div>`;
}

/** The delegation: who sits there, and what is put before it. */
function counselPart(screen, act) {
  const { counsel } = screen;
  const vote = (draft, yes) => html`<button type="button" aria-pressed=${yes ? draft.yes : draft.no} aria-label="${yes ? counsel.yes : counsel.no}: ${draft.name}"
    @click=${() => act(`vote ${draft.number} ${yes ? "yes" : "no"}`)}>${yes ? counsel.yes : counsel.no}</button>`;
  return html`<section id="counsel" class="card" aria-labelledby="h-counsel"><h2 id="h-counsel">${counsel.title}</h2>
    ${screen.over ? nothing : html`${counsel.drafts.length ? nothing : html`<p>${counsel.none}</p>`}
      ${counsel.drafts.map((draft) => html`<article><p>${draft.text}</p><div class="buttons">${vote(draft, true)}${vote(draft, false)}
        <button type="button" aria-label="${counsel.adopt}: ${draft.name}" @click=${() => act(`adopt ${draft.number}`)}>${counsel.adopt}</button></div></article>`)}
      ${counsel.advises ? nothing : html`<p><button type="button" id="draft" @click=${() => act("draft")}>${counsel.put}</button></p>`}`}
    ${blocks(counsel.blocks)}</section>`;
}

/** What the host, the clock and the delegation did: the newest is spoken, the rest is folded. */
const noticesPart = (screen) => html`<section id="notices" class=${screen.notices.length ? "" : "empty"}>
    <p id="newest" role="status">${screen.notices[0] ?? ""}</p>
    ${screen.notices.length < 2 ? nothing : html`<details><summary>${screen.labels.earlier}</summary><ul>${screen.notices.slice(1).map((line) => html`<li>${line}</li>`)}</ul></details>`}
    <p id="time" role="status">${screen.time}</p></section>`;

/** Says something to who is chosen. */
function sayPart({ labels, scopes }, act) {
  const say = (event) => {
    event.preventDefault();
    const { to, text } = event.target.elements;
    act(`say ${to.value} ${text.value}`);
    text.value = "";
  };
  return html`<form id="say" class="card" @submit=${say}>${select("to", labels.say_to, scopes, scopes.at(-1).value)}
    <label>${labels.say_text}<input name="text" required maxlength="280" autocomplete="off"></label><button>${labels.say}</button></form>`;
}

/** Calls the instructor of a class. */
function helpPart({ labels }, act) {
  const call = (event) => {
    event.preventDefault();
    const field = event.target.elements.text;
    act(`ask ${field.value}`);
    field.value = "";
  };
  return html`<form id="help" class="card" @submit=${call}><label>${labels.ask_text}<input name="text" required maxlength="280" autocomplete="off"></label>
    <button>${labels.ask}</button></form>`;
}

const panel = (one) => html`<section class="card" id="panel-${one.name}"><h2>${one.title}</h2>${blocks(one.blocks)}</section>`;

/** What a room waits for, or why there is no seat. */
export function waitingScreen(screen, entered, { languages, home, pick, join }) {
  const picked = (event) => {
    event.preventDefault();
    pick(event.target.elements.who.value);
  };
  return html`<header><h1>truce</h1>${languages}</header>
    <main class="start"><p role="status">${screen.text}</p><p role="alert">${screen.refused || screen.link}</p>
      ${screen.names.length ? html`<form id="names" @submit=${picked}><label>${screen.names_text}
        <select name="who">${screen.names.map((name) => html`<option>${name}</option>`)}</select></label><button>${screen.pick}</button></form>` : nothing}
      ${screen.form ? roomForm(screen.form, entered, join) : nothing}
      <button type="button" @click=${home}>${screen.home}</button></main>`;
}

function left(ends) {
  const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A round that has closed: its headline, what each side did, what changed, and the way on. */
function revealScreen(screen, { languages, act, unkept }) {
  const { reveal } = screen;
  const { labels } = reveal;
  return html`<header><p class="logo">truce</p><p>${screen.title}: ${screen.seats}</p>${languages}</header>
    ${screen.link ? html`<p class="bad" role="alert">${screen.link}</p>` : nothing}
    ${unkept ? html`<p class="bad" id="unkept" role="status">${unkept}</p>` : nothing}
    <main class="reveal"><div class="told"><p class="kick">${reveal.kicker}</p><h1 id="headline" tabindex="-1">${reveal.headline}</h1>
        <section aria-labelledby="h-deeds"><h2 id="h-deeds">${labels.deeds}</h2><dl>${reveal.deeds.map((one) => html`<dt class=${one.side}>${one.name}</dt><dd>${one.lines.map((line) => html`<p>${line}</p>`)}</dd>`)}</dl></section>
        <section aria-labelledby="h-changed"><h2 id="h-changed">${labels.changed}</h2>${blocks(reveal.changed)}</section>
        ${reveal.why.length ? html`<section aria-labelledby="h-score"><h2 id="h-score">${labels.score}</h2>${blocks(reveal.why)}</section>` : nothing}</div>
      <aside class="next" aria-labelledby="h-next"><h2 id="h-next">${labels.next}</h2>${reveal.next.filter(Boolean).map((line) => html`<p>${line}</p>`)}
        <button type="button" id="on" class="main" @click=${() => act("on")}>${labels.on}</button>
        <details><summary>${labels.all}</summary>${blocks(reveal.all)}</details></aside></main>`;
}

/** The screen of a seat, in a match against a bot or in a room. */
export function seatScreen(screen, tab, page) {
  if (screen.reveal) {
    return revealScreen(screen, page);
  }
  if (screen.deal) {
    return dealScreen(screen, page);
  }
  const { unkept, languages, act, choose, save, home, show, walks } = page;
  const { labels, what_if: whatIf } = screen;
  const panels = new Map(screen.panels.map((one) => [one.name, one]));
  const some = (...names) => names.filter((name) => panels.has(name)).map((name) => panel(panels.get(name)));
  const rest = screen.panels.filter((one) => !["you", "them", "pacts", "talk", "reasons"].includes(one.name)).map(panel);
  const tabs = [["levers", labels.levers], ["what", labels.what_if], ["offers", screen.scopes ? labels.talk : labels.offers], ["why", labels.why]];
  return html`<header class="match"><h1>truce</h1><p>${screen.title}: ${screen.seats}</p><p><b>${screen.round_text}</b>${screen.ends > 0 ? html` <span id="left" role="timer">${left(screen.ends)}</span>` : nothing}${screen.stands ? html` <b id="stands">${screen.stands}</b>` : nothing}</p><p>${screen.brief}</p>${screen.layers ? html`<p id="layers">${screen.layers}</p>` : nothing}${languages}</header>
    ${screen.link ? html`<p class="bad" role="alert">${screen.link}</p>` : nothing}
    ${unkept ? html`<p class="bad" id="unkept" role="status">${unkept}</p>` : nothing}
    ${screen.notices ? noticesPart(screen) : nothing}
    <main class="seat tab-${tab}">
      ${screen.over ? html`<section class="card end"><h2>${labels.end}</h2>${blocks(screen.end)}${screen.counsel?.title ? blocks(screen.counsel.blocks) : nothing}
        <button type="button" @click=${save}>${labels.record}</button> <button type="button" id="walk" @click=${walks}>${labels.walk}</button> <button type="button" class="main" @click=${home}>${labels.again}</button></section>` : html`
      ${accusationPart(screen, act)}
      <section class="card part-levers" aria-labelledby="h-levers"><h2 id="h-levers">${labels.levers}</h2>
        ${screen.levers.map((one) => lever(one, labels, choose))}</section>
      <div class="part-what">${whatIfPart(whatIf, labels)}</div>
      <div class="part-offers">${screen.counsel?.title ? counselPart(screen, act) : nothing}${offersPart(screen, act)}${some("talk", "pacts")}${screen.scopes ? sayPart(screen, act) : nothing}${screen.asks ? helpPart(screen, act) : nothing}</div>`}
      <div class="part-why">${screen.chart.some((one) => one.charts?.length > 0) ? html`<section class="card">${blocks(screen.chart, labels.table)}</section>` : nothing}${some("reasons", "you", "them")}${rest}</div>
    </main>
    ${screen.over ? nothing : html`<footer>
      <p class="one-line" aria-live="polite">${whatIf.line ?? ""}</p>
      <p id="breach" role="status" class=${whatIf.breach ? "bad" : ""}>${whatIf.breach ?? ""}</p>
      <p role="status">${screen.said || screen.inaction}</p>
      <div class="buttons"><button type="button" id="seal" @click=${() => act("seal")}>${labels.seal}</button>
        ${screen.sealed ? html`<button type="button" @click=${() => act("undo")}>${labels.undo}</button>` : nothing}
        <button type="button" id="ready" class="main" @click=${() => act("ready")}>${labels.ready}</button></div>
      <nav class="tabs">${tabs.map(([name, text]) => html`<button type="button" aria-pressed=${tab === name} @click=${() => show(name)}>${text}</button>`)}</nav>
    </footer>`}`;
}

export const select = (name, label, choices, chosen) => html`<label>${label}
  <select name=${name}>${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === chosen}>${choice.text}</option>`)}
  </select></label>`;

/** What a room is entered with; what is known of it stands there. */
function roomForm(start, { code = "", name = "", key = "", seat = "-" }, join) {
  const enter = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target);
    join(chosen.get("code").trim(), chosen.get("seat"), chosen.get("name").trim(), chosen.get("key").replaceAll(" ", ""));
  };
  return html`<form class="room" @submit=${enter}>
      <h2>${start.join}</h2>
      <label>${start.code}<input name="code" id="code" required maxlength="16" pattern="[A-Za-z0-9\\-]{4,16}" autocomplete="off" autocapitalize="characters" .value=${code}></label>
      <label>${start.name}<input name="name" id="name" required maxlength="40" autocomplete="nickname" .value=${name}></label>
      <label>${start.key}<input name="key" id="key" maxlength="12" autocomplete="off" autocapitalize="none" .value=${key}></label>
      ${select("seat", start.seat, start.seats, seat)}
      <button id="join" class=${code ? "main" : ""}>${start.join}</button>
    </form>`;
}

/** What stands under the address of a room: the way into it and nothing else. */
export const joinScreen = (start, said, entered, { languages, join, home }) => html`<header><h1>truce</h1>${languages}</header>
    <main class="start">${roomForm(start, entered, join)}
      <p role="alert">${said}</p>
      <button type="button" @click=${home}>${start.home}</button></main>`;

/** The first screen. */
export function startScreen(start, said, { alone, languages, play, join, openFile, resume, forget }) {
  const begin = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target);
    play(chosen.get("scenario"), chosen.get("side"), chosen.get("bot"));
  };
  return html`<header><h1>truce</h1>${languages}</header>
    <main class="start">
      <p>${start.about}</p>
      <p role="alert">${said}</p>
      ${start.kept.length ? html`<section id="kept" aria-labelledby="h-kept"><h2 id="h-kept">${start.kept_title}</h2><ul>${start.kept.map((one, at) => html`<li id="kept-${at}"><span id="kept-text-${at}">${one.text}</span>
        <button type="button" aria-describedby="kept-text-${at}" @click=${() => resume(at)}>${one.open}</button>
        <button type="button" class="small" aria-describedby="kept-text-${at}" @click=${() => forget(at)}>${start.forget}</button></li>`)}</ul></section>` : nothing}
      <form @submit=${begin}>
        ${select("scenario", start.scenario, start.scenarios, "busan-2025")}
        ${select("side", start.side, start.sides, "US")}
        ${select("bot", start.bot, start.bots.map((bot) => ({ value: bot, text: bot })), "negotiator")}
        <button class="main">${start.play}</button>
      </form>
      ${alone ? nothing : roomForm(start, {}, join)}
      <label>${start.file}<input type="file" id="file" accept=".twg" @change=${(event) => openFile(event.target.files[0])}></label>
    </main>`;
}

/** Whether the question mark opens the list of keys; who dictates, or presses keys by accident, can switch it off. */
let opens = true;

function showKeys() {
  document.querySelector("#keys")?.showModal();
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=range]), textarea, dialog");
  if (event.key === "?" && opens && !typing) {
    event.preventDefault();
    showKeys();
  }
});

/** What stands in every header: the languages, each by its own name, and the keys. */
export const tools = (words, language) => html`<div class="tools">
    <button type="button" lang="en" @click=${() => language("en")}>English</button>
    <button type="button" lang="zh-Hans" @click=${() => language("zh")}>中文</button>
    <button type="button" id="show-keys" aria-label=${words.keys} @click=${showKeys}>?</button>
  </div>`;

/** The list of keys, which waits until it is opened. */
export const keys = (words) => (words === null ? nothing : html`<dialog id="keys" aria-labelledby="h-keys"><h2 id="h-keys">${words.keys}</h2>
    <ul>${words.key_list.map((one) => html`<li>${one}</li>`)}</ul>
    <label><input type="checkbox" ?checked=${opens} @change=${(event) => (opens = event.target.checked)}> ${words.key_switch}</label>
    <button type="button" @click=${(event) => event.target.closest("dialog").close()}>${words.close}</button></dialog>`);

/** What is shown when the program has stopped; the script alone has drawn it. Without words it had not even begun. */
export function faultScreen(words, fault, found, { goOn, soFar }) {
  const facts = html`<pre>${found.concat(fault.message).join("\n")}</pre>`;
  if (words === null) {
    return html`<main class="start"><h1>truce</h1><div role="alert">${facts}</div></main>`;
  }
  return html`<header><h1>truce</h1></header><main class="start" id="fault">
    <div role="alert"><h2>${words.fault}</h2><p>${words.fault_text}</p>${facts}</div>
    <div class="buttons"><button type="button" id="go-on" class="main" @click=${goOn}>${words.go_on}</button>
      ${soFar === null ? nothing : html`<button type="button" id="so-far" @click=${soFar}>${words.so_far}</button>`}</div></main>`;
}
