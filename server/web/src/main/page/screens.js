import { html, nothing, svg } from "./lit-html.js";
import { bar, blocks, fill, picture } from "./draw.js";

/** The pictures of levers and of what is secret, by the word of the lever. */
const ICONS = {
  FENT: "M4.2 11.2 11.2 4.2a3.3 3.3 0 0 1 4.6 4.6l-7 7a3.3 3.3 0 0 1-4.6-4.6ZM7.7 7.7l4.6 4.6",
  RECIP: "M3 7h11l-3-3M17 13H6l3 3",
  S301: "M5 2.8h7l3 3v5M5 2.8v14.4h4M10 13.6a3 3 0 1 0 6 0 3 3 0 1 0-6 0m5.2 2.2 2.3 2.3",
  DUTY301: "M7 10a3 3 0 1 0 6 0 3 3 0 1 0-6 0M10 2.8v2.4M10 14.8v2.4M2.8 10h2.4M14.8 10h2.4M4.9 4.9l1.7 1.7M13.4 13.4l1.7 1.7M15.1 4.9l-1.7 1.7M6.6 13.4l-1.7 1.7",
  DUTY232: "M4 3.5h12M4 16.5h12M7 3.5v3h1.8v7H7v3M13 3.5v3h-1.8v7H13v3",
  PORT: "M2.5 11.5h15l-2.2 5H5.2ZM6 11.5V8h8v3.5M10 8V4h3",
  AFFIL: "M3 3.5h6v5H3zM11 11.5h6v5h-6zM6 8.5V14h5",
  CHIP: "M5.500 5.500h9v9h-9zM8 5.5v-3M12 5.5v-3M8 17.5v-3M12 17.5v-3M5.5 8h-3M5.5 12h-3M17.5 8h-3M17.5 12h-3",
  PACE: "M3 10a7 7 0 1 0 14 0 7 7 0 1 0-14 0M10 5.8V10l3 2",
  AGRI: "M10 17.5V7M10 7c0-2.5 1-4 0-4.500-1 .5 0 2 0 4.500ZM10 10.500c2.500 0 4-1 4-3.500-2.500 0-4 1-4 3.500ZM10 10.500c-2.500 0-4-1-4-3.500 2.500 0 4 1 4 3.500Z",
  SOY: "M4 15.500c-1.500-3 .5-5 2-6.500s1-4 4-5.500c3 .2 5 2.200 5.500 5-1.500 3-4 2.500-5.500 4s-3 4-6 3Z",
  REE7: "M10 2.500 16.500 6.200v7.600L10 17.500 3.500 13.800V6.200ZM7.800 7.300h4.400l-2.600 6",
  REE5: "M10 2.500 16.500 6.200v7.600L10 17.500 3.500 13.800V6.200ZM12 7.300H8.500L8.200 10c3-.8 4.300.4 3.900 2-.4 1.500-2.800 2-4.200.8",
  ENFORCE: "M10 2.500 16 5v4.500c0 4-2.600 6.600-6 8-3.400-1.400-6-4-6-8V5ZM7.300 9.800l2 2 3.600-4",
  UEL: "M3 5h9M3 9h6M3 13h5M9.700 12.600a3.900 3.900 0 1 0 7.800 0 3.900 3.900 0 1 0-7.800 0m1.200 2.700 5.400-5.400",
  line: "M3 9.500 10 3l7 6.500M5 8v9h10V8M3 13h14",
  summit: "M4.200 6a2.300 2.300 0 1 0 4.600 0 2.300 2.300 0 1 0-4.600 0M11.200 6a2.300 2.300 0 1 0 4.600 0 2.300 2.300 0 1 0-4.600 0M2.800 16c0-3 1.500-5 3.700-5s3.500 1.600 3.500 3.500M17.200 16c0-3-1.500-5-3.700-5S10 12.600 10 14.500",
  secret: "M2 10s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500S2 10 2 10ZM3.500 17 16.500 3",
};

const icon = (name) => html`<svg class="g" viewBox="0 0 20 20" aria-hidden="true"><path d=${ICONS[name] ?? ""}></path></svg>`;

/** A lever as a row of steps, hard on the left: where it stands, what is drafted, what deal, truce and a red line ask for. */
function ladder(one, draft) {
  const [now, deal, truce, line] = one.places;
  const x = (step) => 9 + (218 * step) / (one.steps - 1);
  const bound = deal < 0 ? truce : deal;
  const half = 109 / (one.steps - 1);
  const bracket = (step, kind) => svg`<path class=${kind} d="M${x(step) - 5} 1h-3v13h3"></path>`;
  return html`<svg class="ladder" viewBox="0 0 236 15" role="img" aria-label=${one.says}>
    ${bound > 0 ? svg`<rect class="breach" y="3" width=${x(bound) - 7} height="9" fill="url(#hatch)"></rect>` : nothing}
    ${line < 0 ? nothing : svg`<rect class="cost" x=${x(line) - half} y="3" width=${236 - x(line) + half} height="9"></rect><path class="red" d="M${x(line) - half} 1v13m3 0v-13"></path>`}
    <path class="rail" d="M9 7.500H227"></path>
    ${one.guess.length ? svg`<rect class="guess" x=${x(one.guess[1])} y="4" width=${x(one.guess[2]) - x(one.guess[1])} height="7" rx="3"></rect><path class="at" d="M${x(one.guess[0])} 2v11"></path>` : nothing}
    ${Array.from({ length: one.steps }, (_, step) => svg`<circle class="step" cx=${x(step)} cy="7.500" r="2.200"></circle>`)}
    ${deal < 0 ? nothing : bracket(deal, "fence")}${truce < 0 ? nothing : bracket(truce, deal < 0 ? "fence" : "fence under")}
    ${now < 0 ? nothing : svg`<circle class="now" cx=${x(now)} cy="7.500" r="5.500"></circle>`}
    ${draft < 0 ? nothing : svg`<circle class="draft" cx=${x(draft)} cy="7.500" r="5.500"></circle>`}</svg>`;
}

/** A lever of the own side: a slider over its ladder. A step that is not legal now cannot be chosen. */
function slider(one, id, says, choose) {
  const slide = (event) => {
    const wanted = Number(event.target.value);
    const legal = one.steps.map((step, i) => (step.legal ? i : -1)).filter((i) => i >= 0);
    const nearest = legal.reduce((best, i) => (Math.abs(i - wanted) < Math.abs(best - wanted) ? i : best), legal[0] ?? one.level);
    event.target.value = String(nearest);
    choose(one.word, nearest);
  };
  const at = one.chosen < 0 ? one.level : one.chosen;
  return html`<input id=${id} type="range" class=${one.covert ? "" : "turned"} min="0" max=${one.steps.length - 1} step="1" .value=${String(at)} ?disabled=${one.held !== ""} aria-valuetext=${one.steps[at].title} aria-description="${says} ${one.held}" @input=${slide}>`;
}

/** All levers of a side; those of the own side can be moved. */
function boardPart(board, id, screen, choose) {
  const own = id === "we";
  const row = (one) => {
    const lever = own ? screen.levers.find(({ word }) => word === one.word) : undefined;
    const level = lever?.chosen ?? -1;
    const draft = level < 0 || one.covert ? level : one.steps - 1 - level;
    const name = html`${one.name}${one.covert ? icon("secret") : nothing}`;
    return html`<li class="lever ${draft < 0 ? "" : "chosen"}">${icon(one.word)}${lever ? html`<label class="n" for="lever-${one.word}">${name}</label>` : html`<span class="n">${name}</span>`}
      <b class="lv">${draft < 0 ? one.shown : lever.steps[level].title}</b>${ladder(one, draft)}${lever ? slider(lever, `lever-${one.word}`, one.says, choose) : nothing}</li>`;
  };
  return html`<section class="pane levers ${board.side}" id="board-${id}" aria-labelledby="h-${id}"><div class="top"><h2 id="h-${id}">${board.title} <small>${board.who}</small></h2><small>${board.ends}</small></div><ul>${board.rows.map(row)}</ul></section>`;
}

/** The rounds in a row, with the bars of deal and truce below. */
const ribbonPart = ({ rounds, open, end, says }) => html`<section class="rounds" aria-label=${says}><ol class="ribbon">${rounds.map((one) => html`<li class="${one.number === open ? "now" : ""} ${one.date ? "date" : ""} ${one.layer && `is-${one.layer}`}" aria-current=${one.number === open ? "step" : "false"}><b>${one.number}</b> <span>${one.quarter}</span>
    <span class="event">${one.date ? icon("line") : nothing}${one.summit ? icon("summit") : nothing}<span>${one.event}</span></span></li>`)}${end ? html`<li class="fog">${end}</li>` : nothing}</ol></section>`;

/** The figures of the match. */
const headsPart = (heads) => html`<section class="heads" aria-label=${heads[0].label}>${heads.map((one) => html`<div><p class="k">${one.label}</p>
    ${one.rows ? one.rows.map(([kind, name, value]) => html`<p class="row is-${kind}"><span>${name}</span> <b>${value}</b></p>`) : html`<p class="v ${one.tone ?? ""}">${one.value}</p>${one.percent === undefined ? nothing : bar(one.percent, one.mark)}<small>${one.small}</small>`}</div>`)}</section>`;

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
    <p><b>${sentence}</b> <span class=${enters ? "enters" : "lapses"}>${force}</span></p>${lines.length ? html`<p class="line">${lines.join(" ")}</p>` : nothing}` : nothing);

/** What is folded away until somebody asks for it. */
const fold = (id, label, close, content) => html`<button type="button" class="fold" @click=${() => document.getElementById(id).showModal()}>${label}</button>
    <dialog id=${id} aria-label=${label}>${content}<button type="button" @click=${(event) => event.target.closest("dialog").close()}>${close}</button></dialog>`;

/** The offer that was asked about once, since signing wants two presses, and what of the table is looked at: each in one round of one match. */
let sure = "";
let picked = "";
const inRound = (screen, name) => [location.hash, screen.round, screen.chain, name].join(" ");

/** An open offer: what each side gives, the verdict, and what can be done with it. */
function offerPart(screen, offer, { act, redraw }) {
  const { labels } = screen;
  // What it would bring is part of the question: other orders ask it again.
  const key = inRound(screen, `${offer.name} ${offer.sure}`);
  if (sure !== key) {
    sure = "";
  }
  const signs = ({ detail }) => {
    // The second half of a double click is no second press.
    if (detail > 1) {
      return;
    }
    const asked = sure === key;
    sure = asked ? "" : key;
    (asked ? () => act(`accept ${offer.name}`) : redraw)();
  };
  // What crosses an own red line is spared from the start: sending it back is a press here and one on the table.
  const sendBack = ({ name }) => {
    act(`deal ${name}`);
    act("spare");
  };
  const clause = (row) => html`<li>${row.name}: ${row.bound} <small>(${row.now})</small>${row.line ? html` <b class="line">${row.line}</b>` : nothing}</li>`;
  return html`<article class="offer" id="offer-${offer.name}"><div class="top"><h2>${offer.title}</h2><small>${offer.until}</small></div>
    <div class="judged">${verdictPart(offer.terms.verdict)}${offer.rivals ? html`<p>${offer.rivals}</p>` : nothing}</div>
    <div class="buttons">${offer.signed ? nothing : offer.ours ? html`<button type="button" @click=${() => act(`withdraw ${offer.name}`)}>${labels.withdraw}</button>` : html`
      <button type="button" id="back" class=${offer.good ? "" : "main"} ?disabled=${screen.barring.text} @click=${() => sendBack(offer)}>${labels.back}</button>
      <button type="button" id="refuse" @click=${() => act(`refuse ${offer.name}`)}>${labels.refuse}</button>
      <button type="button" id="sign" class=${sure === key ? "sure" : offer.good ? "main" : ""} @click=${signs}>${sure === key ? offer.sure : labels.accept}</button>`}
      ${fold(`about-${offer.name}`, labels.details, labels.close, html`<h2 tabindex="-1" autofocus>${offer.title}</h2>${offer.terms.sides.map((side) => html`<h3>${side.title}</h3><ul>${side.rows.map(clause)}</ul><p>${side.rest}</p>`)}<p>${offer.when}. ${offer.until}.</p>${blocks(offer.about)}
        <details><summary>${labels.notation}</summary><p>${offer.name}</p>${blocks(offer.blocks)}</details>`)}</div>
    <div class="sides">${offer.terms.sides.map((side) => html`<div class=${side.side}><h3>${side.title}</h3><ul>${side.rows.slice(0, side.shown).map(clause)}</ul><p class="note">${side.more} ${side.rest}</p></div>`)}</div></article>`;
}

/** Terms that are put together: what each side gives with its steppers, and what they would bring. */
function dealScreen(screen, page) {
  const { deal } = screen;
  const { act } = page;
  const { labels } = deal;
  const row = (one) => html`<li><span class="lever-name"><b>${one.name}</b><small>${one.now}</small></span>
    <span class="stepper"><button type="button" aria-label="${labels.less}: ${one.name}" ?disabled=${!one.less} @click=${() => act(`give ${one.word} -1`)}>−</button><output>${one.bound}</output>
      <button type="button" id="more-${one.word.replace(".", "-")}" aria-label="${labels.more}: ${one.name}" ?disabled=${!one.more} @click=${() => act(`give ${one.word} 1`)}>+</button></span>
    <b class="line">${one.line}</b></li>`;
  return html`<div class="dealing">${headPart(screen, page)}
    <main class="deal"><div class="head"><h1>${deal.title}</h1>
      <div role="group" aria-label=${deal.length}><span>${deal.length}</span>${deal.lengths.map((one) => html`<button type="button" aria-pressed=${one.chosen} ?disabled=${!one.open} @click=${() => act(`lasts ${one.rounds}`)}>${one.rounds}</button>`)}</div>
      <div id="announce" role="group" aria-label=${labels.announce}><span>${labels.announce}</span><button type="button" aria-pressed=${!deal.announced} @click=${() => act("announce no")}>${labels.private}</button><button type="button" aria-pressed=${deal.announced} @click=${() => act("announce yes")}>${labels.announced}</button></div>
      <button type="button" id="spare" ?disabled=${!deal.spares} @click=${() => act("spare")}>${labels.spare}</button></div>
    ${deal.sides.map((side) => html`<section class="card ${side.side}"><h2>${side.title}</h2><ul class="steppers">${side.rows.map(row)}</ul></section>`)}
    <section class="card verdict" aria-live="polite"><h2>${labels.score}</h2>${verdictPart(deal.verdict)}${screen.own ? html`<p id="own">${screen.own}</p>` : nothing}</section></main>
    <footer><p role="status">${screen.said}</p><div class="buttons"><button type="button" id="leave" @click=${() => act("leave")}>${labels.leave}</button>
      <button type="button" id="propose" class="main" ?disabled=${!deal.sendable} @click=${() => act("propose")}>${labels.propose}</button></div></footer></div>`;
}

/** What is typed: all that sends something in the terminal. */
function typedPart({ labels, bases }, act) {
  const type = (event) => {
    event.preventDefault();
    const field = event.target.elements.line;
    if (field.value.trim()) {
      act(`type ${field.value}`);
      field.value = "";
    }
  };
  return html`<form id="typed" @submit=${type}><label>${labels.type}<input name="line" autocomplete="off" maxlength="500" list="bases"></label>
      <datalist id="bases">${bases.map((base) => html`<option value=${`offer ${base}`}></option>`)}</datalist>
      <button>${labels.do}</button></form>`;
}

/** What the seat has to decide on: the own accusation, then the offers of the other side, then the own ones, one at a time. */
function decisionPart(screen, page) {
  const { labels, accusation, barring } = screen;
  const offers = [...screen.what_if.offers].sort((one, other) => one.ours - other.ours);
  const things = offers.map((offer) => ({ ...offer, part: () => offerPart(screen, offer, page) }));
  if (accusation.title) {
    things.unshift({ name: "accusation", title: accusation.title, part: () => accusationPart(accusation, page.act) });
  }
  const shown = things.find((one) => inRound(screen, one.name) === picked) ?? things[0];
  const pick = (name) => {
    picked = inRound(screen, name);
    sure = "";
    page.redraw();
  };
  return html`<section id="decision" class="pane ${things.length > 1 ? "many" : ""}" aria-label=${labels.tab_table}>
    ${things.length > 1 ? html`<div class="picks" role="group" aria-label=${labels.tab_table}>${things.map((one) => html`<button type="button" aria-pressed=${one === shown} @click=${() => pick(one.name)}>${one.title}</button>`)}</div>` : nothing}
    ${shown ? shown.part() : html`<h2>${labels.no_offer}</h2>`}
    <p class="buttons propose">${barring.text ? html`<button type="button" id="own-offer" @click=${() => pick(barring.name)}>${labels.own}</button>`
      : html`<button type="button" id="deal" @click=${() => page.act("deal")}>${labels.deal}${screen.saves ? html` <span class="tag">${screen.saves}</span>` : nothing}</button>`}</p>${barring.text ? html`<p class="note" id="barred">${barring.text}</p>` : nothing}</section>`;
}

/** How many of ten are true: triangles for those that are. */
const ofTen = (tens) => html`<span class="tens" aria-hidden="true">${"▲".repeat(tens)}${"○".repeat(10 - tens)}</span>`;

/** The own accusation, and what may be decided on it. */
const accusationPart = (accusation, act) => html`<div id="accusation"><h2 id="h-accusation">${accusation.title}</h2>
      <p>${ofTen(accusation.tens)} <b>${accusation.odds}</b></p>
      <div class="choices" role="group" aria-labelledby="h-accusation">${accusation.choices.map((one) => html`<button type="button" aria-pressed=${one.chosen} @click=${() => act(`type ${one.line}`)}>
        <b class="choice">${one.name}</b><span class="text">${one.text}</span><span class="worth"><small>${accusation.expected}</small> <b>${one.expected}</b></span></button>`)}</div>
      ${accusation.advice.map((one) => html`<p>${one}</p>`)}<p>${accusation.standing} ${accusation.only}</p><p class="note">${accusation.note}</p></div>`;

/** What the other side has accused the seat of. */
const accusedPart = ({ against, against_title: title }) => (against ? html`<section id="accused" class="pane" aria-labelledby="h-accused"><h2 id="h-accused">${title}</h2>${blocks(against)}</section>` : nothing);

/** The orders of the round that are chosen and not given yet, and what comes of them. */
function draftPart(screen, choose) {
  const { labels, levers, what_if: whatIf } = screen;
  const rows = screen.boards[0].rows;
  const ordered = levers.filter((one) => one.chosen >= 0);
  return html`<section id="draft" class="pane" aria-labelledby="h-draft"><h2 id="h-draft">${ordered.length ? labels.orders : labels.no_orders}</h2>
    ${whatIf.refused ? html`<p role="alert">${whatIf.refused}</p>` : nothing}
    <ul>${ordered.map((one) => html`<li>${rows.find(({ word }) => word === one.word).name}: ${one.steps[one.level].title} → <b>${one.steps[one.chosen].title}</b> <small>${one.steps[one.chosen].note}</small>
      <button type="button" id="undo-${one.word}" @click=${() => choose(one.word, -1)}>${labels.undo}</button></li>`)}</ul><p class="one-line" aria-live="polite">${whatIf.line ?? ""}</p></section>`;
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
      ${counsel.advises ? nothing : html`<p><button type="button" id="put" @click=${() => act("draft")}>${counsel.put}</button></p>`}`}
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

const panel = (label) => (one) => html`<section class="card" id="panel-${one.name}"><h2>${one.title}</h2>${blocks(one.blocks)}${one.folded.length ? html`<details><summary>${label}</summary>${blocks(one.folded)}</details>` : nothing}</section>`;

/** What a room waits for, or why there is no seat. */
export function waitingScreen(screen, entered, { languages, home, pick, join, invitation }) {
  const picked = (event) => {
    event.preventDefault();
    pick(event.target.elements.who.value);
  };
  return html`<header><h1>truce</h1>${languages}</header>
    <main class="start"><p role="status">${screen.text}</p><p role="alert">${screen.refused || screen.link}</p>
      ${screen.names.length ? html`<form id="names" @submit=${picked}><label>${screen.names_text}
        <select name="who">${screen.names.map((name) => html`<option>${name}</option>`)}</select></label><button>${screen.pick}</button></form>` : nothing}
      ${screen.form ? roomForm(screen.form, entered, join, invitation) : nothing}
      <button type="button" @click=${home}>${screen.home}</button></main>`;
}

function left(ends) {
  const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What stands on top of a match: whose it is, what is wrong with the link, and what its host says. */
const headPart = (screen, { languages, unkept }, logo = html`<p class="logo">truce</p>`) => html`<header class="bar">${logo}<p class="who">${screen.title}: ${screen.seats}</p><p class="round"><b>${screen.round_text}</b>${screen.ends > 0 ? html` <span id="left" role="timer">${left(screen.ends)}</span>` : nothing}${screen.stands ? html` <b id="stands">${screen.stands}</b>` : nothing}</p>${languages}</header>
    <div class="news">${screen.link ? html`<p class="bad" role="alert">${screen.link}</p>` : nothing}${unkept ? html`<p class="bad" id="unkept" role="status">${unkept}</p>` : nothing}${screen.notices ? noticesPart(screen) : nothing}</div>`;

/** A round that has closed: its headline, what each side did, what changed, and the way on. */
function revealScreen(screen, page) {
  const { reveal } = screen;
  const { act } = page;
  const { labels } = reveal;
  return html`${headPart(screen, page)}
    <main class="reveal"><div class="told"><p class="kick">${reveal.kicker}</p><h1 id="headline" tabindex="-1">${reveal.headline}</h1>
        <section aria-labelledby="h-deeds"><h2 id="h-deeds">${labels.deeds}</h2><dl>${reveal.deeds.map((one) => html`<dt class=${one.side}>${one.name}</dt><dd>${one.lines.map((line) => html`<p>${line}</p>`)}</dd>`)}</dl></section>
        <section aria-labelledby="h-changed"><h2 id="h-changed">${labels.changed}</h2>${blocks(reveal.changed)}</section>
        ${reveal.why.length ? html`<section aria-labelledby="h-score"><h2 id="h-score">${labels.score}</h2>${blocks(reveal.why)}</section>` : nothing}</div>
      <aside class="next" aria-labelledby="h-next"><h2 id="h-next">${labels.next}</h2><p role="status">${screen.said}</p>${reveal.next.filter(Boolean).map((line) => html`<p>${line}</p>`)}
        <button type="button" id="on" class="main" @click=${() => act("on")}>${labels.on}</button>
        <details><summary>${labels.all}</summary>${blocks(reveal.all)}</details></aside></main>`;
}

/** A match that is over, as it is told; below it stands what its screen adds. */
export function endPart(told, said, turn, acts, more) {
  const { labels } = told;
  return html`<div class="told"><p class="kick">${told.kicker}</p><h2 id="outcome">${told.headline}</h2>
      <div class="figures">${told.figures.map((one) => html`<p class=${one.side}><b>${one.name}</b> <span class="v">${one.value}</span> <small>${one.small}</small></p>`)}</div>
      <div class="picture">${told.pictures.map(picture)}</div>
      ${told.turns.length ? html`<h3>${labels.turns}</h3><ol class="turns">${told.turns.map((one) => html`<li><p><b>${one.text}</b> <small>${one.small}</small></p>${turn(one)}</li>`)}</ol>` : nothing}</div>
    <aside class="pane"><h2>${labels.story}</h2><ol class="story">${told.story.map(([round, text]) => html`<li><small>${round}</small> <span>${text}</span></li>`)}</ol>
      <p id="result">${told.line}</p>${acts}<p role="status">${said}</p>${more}</aside>`;
}

/** The screen of a seat, in a match against a bot or in a room. */
export function seatScreen(screen, tab, page) {
  if (screen.reveal) {
    return revealScreen(screen, page);
  }
  if (screen.deal) {
    return dealScreen(screen, page);
  }
  const { act, choose, save, home, show, walks, said, copy, share, playOn } = page;
  const { labels, what_if: whatIf } = screen;
  const panels = (names, has) => screen.panels.filter((one) => names.includes(one.name) === has).map(panel(labels.notation));
  const chart = () => (screen.chart.some((one) => one.charts?.length > 0) ? html`<section class="card">${blocks(screen.chart, labels.table)}</section>` : nothing);
  if (screen.over) {
    const on = ({ round }) => (screen.branches ? html`<button type="button" @click=${() => playOn(round)}>${screen.told.labels.on}</button>` : nothing);
    const acts = html`<div class="buttons"><button type="button" id="copy" @click=${copy}>${screen.told.labels.copy}</button>${screen.record ? html`<button type="button" id="share" @click=${share}>${screen.told.labels.link}</button>` : nothing}</div>`;
    const more = html`<div class="buttons"><button type="button" class="main" @click=${home}>${labels.again}</button>${screen.record ? html`<button type="button" id="walk" @click=${walks}>${labels.walk}</button><button type="button" @click=${save}>${labels.record}</button>` : nothing}</div>`;
    return html`${headPart(screen, page, html`<h1 class="logo">truce</h1>`)}<main class="ended end">${screen.told ? endPart(screen.told, said, on, acts, more) : html`<section class="pane"><h2>${labels.end}</h2>${more}</section>`}
      ${screen.end || screen.counsel?.title ? html`<section class="card whole">${blocks(screen.end ?? [])}${screen.counsel?.title ? blocks(screen.counsel.blocks) : nothing}</section>` : nothing}
      <details id="end-all" class="card whole"><summary>${labels.end_all}</summary>${blocks(screen.end_all)}<div class="part-why">${panels([], false)}</div></details></main>`;
  }
  const tabs = ["table", "we", "they", "talk", "why"];
  // Charts are made when they are looked at: a lever that moves changes all of them.
  const whyPart = () => html`${whatIfPart(whatIf, labels)}<div class="part-why">${chart()}${panels(["talk", "pacts"], false)}</div>`;
  const seals = screen.sealed || screen.levers.some((one) => one.chosen >= 0);
  return html`<div class="seat tab-${tab}">${headPart(screen, page, html`<h1 class="logo">truce</h1>`)}
    <main>${screen.guide ? html`<section id="guide" class="pane"><p role="status">${screen.guide}</p><button type="button" id="leave-guide" class="fold" @click=${() => act("guide off")}>${labels.leave_guide}</button></section>` : nothing}${accusedPart(screen.accusation)}${decisionPart(screen, page)}${draftPart(screen, choose)}
      <section id="talk" class="pane" aria-label=${labels.tab_talk}>${screen.counsel?.title ? counselPart(screen, act) : nothing}${panels(["talk", "pacts"], true)}<details id="types"><summary>${labels.type_fold}</summary>${typedPart(screen, act)}</details>${screen.scopes ? sayPart(screen, act) : nothing}${screen.asks ? helpPart(screen, act) : nothing}</section>
      <section id="why" class="pane" aria-label=${labels.tab_why}>${tab === "why" ? whyPart() : nothing}</section></main>
    <footer class=${whatIf.breach ? "careful" : ""}><p role="status">${screen.said ? html`<b>${screen.said}</b> ` : nothing}<span class=${whatIf.breach ? "over" : ""}>${screen.inaction}</span></p><p id="breach" role="status" class=${whatIf.breach ? "bad" : ""}>${whatIf.breach ?? ""}</p>
      <div class="buttons">${seals ? html`<button type="button" id="seal" ?disabled=${whatIf.is_sealed} @click=${() => act("seal")}>${labels.seal}</button>` : nothing}
        ${screen.sealed ? html`<button type="button" id="undo" @click=${() => act("undo")}>${labels.undo}</button>` : nothing}
        <button type="button" id="ready" class="main" @click=${() => act("ready")}>${labels.ready}</button></div></footer>
    ${boardPart(screen.boards[0], "we", screen, choose)}${boardPart(screen.boards[1], "they", screen, choose)}
    ${headsPart(screen.heads)}${ribbonPart(screen.ribbon)}
    <nav class="tabs" aria-label=${labels.tab_table}>${tabs.map((name) => html`<button type="button" class=${name} aria-pressed=${tab === name} @click=${() => show(name)}>${labels[`tab_${name}`]}${name === "table" && screen.calls ? html` <b class="count">${screen.calls}</b>` : nothing}</button>`)}</nav>
    <svg class="defs" aria-hidden="true"><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="rail" d="M0 0v5"></path></pattern></svg></div>`;
}

export const select = (name, label, choices, chosen) => html`<label>${label}
  <select name=${name}>${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === chosen}>${choice.text}</option>`)}
  </select></label>`;

/** What awaits somebody in a room: which side, and whom he meets. */
function leads(door, { seats, begun }) {
  const free = seats.filter((seat) => !seat.name);
  const met = seats.find((seat) => seat.name);
  if (free.length === 0) {
    return begun ? door.begun : door.full;
  }
  if (seats.length > 2) {
    return door.delegation;
  }
  const side = ({ side }) => html`<b class=${side.toLowerCase()}>${door[side]}</b>`;
  const [before, between, after] = (met ? door.lead : door.either).split("%s");
  return html`${before}${side(free[0])}${between}${met ? html`<b class=${met.side.toLowerCase()}>${met.name}</b>` : side(free[1])}${after}`;
}

/** Who is in a room, a seat each. */
const seatsThere = (start, { seats }) => html`<ul class="there">${seats.map((seat) => html`<li><span class=${seat.here ? "dot" : "dot off"}></span><b class=${seat.side.toLowerCase()}>${seats.length > 2 ? start.seats.find(({ value }) => value === `${seat.side}.${seat.seat}`).text : start.door[seat.side]}</b>
  ${seat.name ? fill(start.door[seat.here ? "here" : "away"], seat.bot ? (start.bots?.find(({ value }) => value === seat.name)?.text ?? seat.name) : seat.name) : start.door.free}</li>`)}</ul>`;

/** How long a round is, in words. */
const lasts = (door, seconds) => (seconds === 0 ? "" : fill(seconds < 60 ? door.seconds : seconds < 120 ? door.minute : door.minutes, seconds < 60 ? seconds : Math.round(seconds / 60)));

/** What a room or a class is entered with: as much as is wanted of who comes by its address, and what is known stands there. */
function roomForm(start, { code = "", name = "", key = "", seat = "-" }, join, invitation) {
  const { door } = start;
  const enter = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target);
    join(chosen.get("code").trim(), chosen.get("seat") ?? "-", chosen.get("name").trim(), (chosen.get("key") ?? "").replaceAll(" ", ""));
  };
  const keyed = html`<label>${invitation?.entry === "key" ? door.key : start.key}<input name="key" id="key" maxlength="12" ?required=${invitation?.entry === "key"} autocomplete="off" autocapitalize="none" .value=${key}></label>`;
  const called = { key: door.number, list: door["list-name"] }[invitation?.entry] ?? start.name;
  return html`<form class="room" @submit=${enter}>
      ${invitation ? html`<p class="kick">${invitation.title || fill(door.room, code)}</p>` : nothing}
      <h1>${door.take}</h1>
      ${invitation?.seats.length ? html`<p class="lede">${leads(door, invitation)}</p>` : nothing}
      ${invitation ? html`<input type="hidden" name="code" id="code" .value=${code}>` : html`<label>${start.code}<input name="code" id="code" required maxlength="16" pattern="[A-Za-z0-9\\-]{4,16}" autocomplete="off" autocapitalize="characters" .value=${code}></label>`}
      <label>${called}<input name="name" id="name" required maxlength="40" autocomplete="nickname" .value=${name}></label>
      ${invitation?.entry === "key" ? keyed : nothing}
      ${invitation && invitation.entry !== "room" ? nothing : html`<details ?open=${key !== "" || seat !== "-"}><summary>${door.more}</summary>${invitation ? nothing : keyed}${select("seat", start.seat, start.seats, seat)}</details>`}
      <button id="join" class="main">${start.join}</button>
      ${invitation?.seats.length ? html`${seatsThere(start, invitation)}<p class="note">${invitation.begun ? "" : door.begins} ${lasts(door, invitation.windowMillis / 1000)} ${door.sleeps}</p>` : nothing}
    </form>`;
}

/** What stands under the address of a room: the way into it, and what can be done meanwhile. */
export const joinScreen = (start, said, entered, { languages, join, home, invitation }) => html`<header><p class="logo">truce</p>${languages}</header>
    <main class="start door"><p role="alert">${said}</p>${invitation === undefined ? html`<p role="status">${start.connecting}</p>` : roomForm(start, entered, join, invitation)}
      <p class="meanwhile">${start.door.meanwhile} <button type="button" id="home" @click=${home}>${start.door.bot}</button></p></main>`;

/** The faces of opponents, which tell their temper: eyes and mouth. */
const FACES = {
  truce: "M6 9h2M12 9h2M7 13h6",
  tft: "M6.500 8.500v1.500M13.500 8.500v1.500M6.500 12.500c1.500 2 5.500 2 7 0",
  negotiator: "M6 9h2M12 9h2M6.500 12c2 2 5 2 7 0",
  liar: "M6 8l2 1M14 8l-2 1M7 13.500c2-1.500 4-1.500 6 0",
  hawk: "M5.500 7.500l3 1.500M14.500 7.500l-3 1.500M7 13.500h6",
};

const DAY = 86_400_000;

/** The first screen: a match that begins at once, ways to others, and the opponents to choose from. */
export function startScreen(start, said, { alone, languages, play, begins, enter, openFile, resume, forget }) {
  const begin = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target);
    play(chosen.get("scenario"), chosen.get("side"), chosen.get("bot"));
  };
  const enters = (event) => {
    event.preventDefault();
    enter(new FormData(event.target).get("code").trim());
  };
  // The same match for everybody, wherever on earth it is already tomorrow.
  const now = new Date();
  const today = start.days[Math.floor(now / DAY) % start.days.length];
  const date = now.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", timeZone: "UTC" });
  const against = (bot, seed) => play("busan-2025", "US", bot, seed);
  const opponent = (one) => html`<li><button type="button" id="against-${one.bot}" @click=${() => against(one.bot)}><svg class="face" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="9"></circle><path d=${FACES[one.bot]}></path></svg>
    <span><b>${one.name}</b> <small>${one.does}</small></span><span class="pips" role="img" aria-label=${one.says}>${"\u25cf".repeat(one.strength)}${"\u25cb".repeat(3 - one.strength)}</span></button></li>`;
  return html`<header><h1 class="logo">truce</h1>${languages}</header>
    <main class="home"><div><h2>${start.start}</h2>
      <p class="lede">${start.about}</p>
      <p role="alert">${said}</p>
      <div class="acts"><button type="button" id="now" class="main" @click=${begins}>${start.now}</button><p>${start.against}</p></div>
      <ul class="ways"><li><p><b>${start.today}</b> <small>${date}. ${today.text}</small></p><button type="button" id="today" @click=${() => against(today.bot, now.toISOString().slice(0, 10).replaceAll("-", ""))}>${start.play}</button></li>
        ${alone ? nothing : html`<li><p><b>${start.enter}</b> <small>${start["enter-text"]}</small></p><form @submit=${enters}><input name="code" id="code" aria-label=${start.code} required maxlength="16" pattern="[A-Za-z0-9\\-]{4,16}" autocomplete="off" autocapitalize="characters" placeholder="ABCD-EFGH"><button id="enter">${start.join}</button></form></li>
        <li><p><b>${start.teach}</b> <small>${start["teach-text"]}</small></p><a class="button" id="teach" href="#/teach">${start["teach-go"]}</a></li>`}
        <li><label for="file"><b>${start.open}</b> <small>${start.file}</small></label><input type="file" id="file" accept=".twg" @change=${(event) => openFile(event.target.files[0])}></li></ul></div>
    <aside>${start.kept.length ? html`<section id="kept" class="pane" aria-labelledby="h-kept"><h2 id="h-kept">${start.kept_title}</h2><ul>${start.kept.map((one, at) => html`<li id="kept-${at}"><span id="kept-text-${at}">${one.text}</span>
        <button type="button" aria-describedby="kept-text-${at}" @click=${() => resume(at)}>${one.open}</button>
        <button type="button" class="small" aria-describedby="kept-text-${at}" @click=${() => forget(at)}>${start.forget}</button></li>`)}</ul></section>` : nothing}
      <section class="pane opponents" aria-labelledby="h-opponents"><h2 id="h-opponents">${start.other}</h2><ul>${start.opponents.map(opponent)}</ul>
        <details><summary>${start.choose}</summary><form id="more" @submit=${begin}>
          ${select("scenario", start.scenario, start.scenarios, "busan-2025")}
          ${select("side", start.side, start.sides, "US")}
          ${select("bot", start.bot, start.bots.map((bot) => ({ value: bot, text: bot })), "negotiator")}
          <button>${start.play}</button></form></details></section></aside></main>`;
}

/** Whether the question mark opens the list of keys; who dictates, or presses keys by accident, can switch it off. */
let opens = true;

function showKeys() {
  document.querySelector("#keys")?.showModal();
}

/** What a letter presses: the first of these that is to be seen. */
const LETTERS = { d: "#deal, #propose", a: "#announce [aria-pressed=false]", b: "#back", s: "#sign", x: "#refuse", o: ".offer .fold", l: ".choices > :nth-child(1)", i: ".choices > :nth-child(2)", p: ".choices > :nth-child(3)", e: "#seal", u: "#undo, [id^=undo-], #leave", r: "#ready, #on", t: ".tabs .talk", w: ".tabs .why", Escape: "#leave", Enter: "#on" };

/** Fields that take letters: a box that is ticked takes none, and it may have the focus for a moment after its dialog was closed. */
const TYPED = "input:not([type=range], [type=checkbox], [type=file]), textarea, select";

addEventListener("keydown", (event) => {
  // A button is pressed once, however long its key stays down.
  if (event.repeat && event.key === "Enter" && event.target.closest?.("button")) {
    event.preventDefault();
  }
  const typing = event.target.closest?.(TYPED) || event.ctrlKey || event.metaKey || event.altKey;
  if (!opens || typing || document.querySelector("dialog[open]")) {
    return;
  }
  if (event.key === "?") {
    event.preventDefault();
    showKeys();
  } else if (/^[1-9]$/.test(event.key)) {
    document.querySelectorAll("#board-we input")[event.key - 1]?.focus();
  } else if (!event.repeat && Object.hasOwn(LETTERS, event.key) && !(event.key === "Enter" && event.target.closest?.("button, summary, a, input"))) {
    const one = LETTERS[event.key].split(", ").map((each) => document.querySelector(each)).find((each) => each?.checkVisibility());
    // What is open is closed by its letter again.
    (one?.matches(".tabs [aria-pressed=true]") ? document.querySelector(".tabs .table") : one)?.click();
  }
});

/** What stands in every header: the languages, each by its own name, and the keys. */
export const tools = (words, language) => html`<div class="tools">
    ${document.documentElement.lang === "en" ? html`<button type="button" lang="zh-Hans" @click=${() => language("zh")}>中文</button>` : html`<button type="button" lang="en" @click=${() => language("en")}>English</button>`}
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
