import { html, nothing } from "./lit-html.js";
import { blocks } from "./draw.js";

/** What was chosen and typed at the desk, and is no state of the class. */
const chosen = { tables: new Set(), act: "", named: false };

/** What the student is given who was added last, as squares: made once for each address. */
let squares = { link: "", drawn: [] };

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

const header = (screen, languages) => html`<header><h1>truce</h1>${screen.title ? html`<p>${screen.title}</p>` : nothing}${languages}</header>`;

const link = (screen) => (screen.link || screen.refused ? html`<p class="bad" role="alert">${screen.refused || screen.link}</p>` : nothing);

const waits = (screen, languages, home) => html`${header(screen, languages)}<main class="start"><p role="status">${screen.refused ? "" : screen.text}</p>${link(screen)}
  <button type="button" @click=${home}>${screen.home}</button></main>`;

/** The board of a class, for a room. */
export function boardScreen(screen, { languages, home }) {
  if (screen.text) {
    return waits(screen, languages, home);
  }
  return html`${header(screen, languages)}${link(screen)}
    <main class=${screen.blocks.length ? "board begun" : "board"}>
      <div class="state"><h2 class="phase">${screen.phase}</h2>
        ${screen.now.map((line) => html`<p class="now">${line}</p>`)}</div>
      <section class="how"><div>${blocks(screen.code)}</div>
        <div><p>${screen.joins ? screen.join : nothing} <b>${screen.doors}</b></p><p>${screen.here}</p>${screen.warns ? html`<p class="bad">${screen.warns}</p>` : nothing}</div></section>
      <section class="facts">${blocks(screen.blocks)}</section>
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
  const named = (word) => screen.acts.find((one) => one.word === word).title;
  const type = (line) => act(`type ${line}`);
  const where = () => (chosen.tables.size ? `${[...chosen.tables].sort((a, b) => a - b).join(",")}: ` : "");
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
  const reads = (event) => {
    event.preventDefault();
    const told = new FormData(event.target);
    act(`document ${told.get("document")} ${told.get("naming")}`);
  };
  const options = (name, label, list, usual) => html`<select name=${name} aria-label=${label}>${list.map((one) => html`<option value=${one.value} ?selected=${one.value === usual}>${one.text}</option>`)}</select>`;
  /** Of the seats those of the chosen tables, if some are. */
  const here = (one) => one.choices.filter(({ value }) => one.name !== "SEAT" || !chosen.tables.size || chosen.tables.has(Number(value.split(" ")[0])));
  const field = (one) => html`<label>${one.label}${one.choices.length
    ? html`<select name=${`f-${one.name}`}>${here(one).map((each) => html`<option value=${each.value}>${chosen.named && each.named ? each.named : each.text}</option>`)}</select>`
    : one.none ? html`<b>${one.none}</b>` : html`<input name=${`f-${one.name}`} ?required=${!one.optional} maxlength="500" autocomplete="off" value=${one.usual}>`}</label>`;
  const fits = picked.fields.every((one) => one.choices.length > 0 || !one.none);
  /** The slip of who was added: an address that opens the seat, and what is typed where there is none. */
  const slip = ([name, student, key]) => {
    const at = `${new URL(".", document.baseURI).href}#/join/${screen.code}`;
    const opens = key ? `${at}/${encodeURIComponent(student)}/${key}` : at;
    if (squares.link !== opens) {
      squares = { link: opens, drawn: code(opens) };
    }
    return html`<section class="card slip" id="slip" aria-labelledby="h-slip"><h2 id="h-slip">${labels.slip} ${name}</h2>
      ${key ? html`<p>${labels.number} <b>${student}</b> <b class="key">${key}</b></p>` : nothing}${blocks(squares.drawn)}</section>`;
  };
  const row = (cells) => html`<tr>${(chosen.named ? cells : cells.slice(0, 4)).map((cell) => html`<td>${cell}</td>`)}</tr>`;

  return html`${header(screen, languages)}${link(screen)}
    <main class="desk">
      <p class="head" id="head"><b>${screen.code}</b> <span>${screen.round}</span> <b role="timer">${screen.left}</b> <span>${screen.counts}</span></p>
      ${screen.facts.map((line) => html`<p class="bad" role="alert">${line}</p>`)}
      ${screen.seatless ? html`<p>${screen.seatless}</p>` : nothing}
      ${placed(screen.calls).map((call) => !call ? nothing : html`<form class="call bad" @submit=${(event) => say(event, (text) => `m ${call.to} ${text}`)}>
        <p role="alert">${call.text}</p><label>${labels.answer} <input name="text" required maxlength="280" autocomplete="off"></label><button>${labels.do}</button></form>`)}
      ${screen.held.map((one) => html`<div class="call bad"><p role="alert">${one.text}</p><div class="buttons">
        <button type="button" @click=${() => type(`ADMIT ${one.device}`)}>${named("ADMIT")} ${one.device}</button>
        <button type="button" @click=${() => type(`REFUSE ${one.device}`)}>${named("REFUSE")} ${one.device}</button></div></div>`)}
      <section class="card" aria-labelledby="h-tables"><h2 id="h-tables">${labels.tables}</h2>
        <div class="wide" role="group" tabindex="0" aria-labelledby="h-tables"><table><thead><tr><th scope="col">${labels.pick}</th>${screen.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${screen.tables.map((row) => html`<tr><td><label class="tick"><input type="checkbox" aria-label=${`${labels.pick} ${row.table}`} .checked=${chosen.tables.has(row.table)} @change=${() => toggle(row.table)}></label></td>
            <th scope="row">${row.table}</th>${row.cells.map((cell, i) => html`<td class=${i < 2 ? "seats" : ""}>${cell}</td>`)}</tr>`)}</tbody></table></div>
        <p class="note">${screen.letters}</p></section>
      <section class="card acts">${screen.over ? nothing : html`<p>${chosen.tables.size ? where() : labels.all}</p>
        <div class="buttons">${screen.doors ? html`<button type="button" id="doors" class="main" @click=${() => type("DOORS OPEN")}>${screen.doors}</button>` : nothing}${screen.acts.filter((one) => one.fields.length === 0 && !one.for_good).map((one) => html`<button type="button" id=${`act-${one.word}`}
          @click=${() => type(`${one.at_tables ? where() : ""}${one.word}`)}>${one.title}</button>`)}</div>
        <form id="menu" @submit=${does}><select aria-label=${labels.do} id="act" @change=${(event) => {
          const { form, value } = event.target;
          chosen.act = value;
          redraw();
          // What was typed for one act is not meant for another.
          form.querySelectorAll("input").forEach((input) => (input.value = input.defaultValue));
        }}>${menu.map((one) => html`<option value=${one.word} ?selected=${one === picked}>${one.title}</option>`)}</select>
          ${picked.fields.map(field)}<button ?disabled=${!fits}>${labels.do}</button></form>`}
        <label class="show"><input type="checkbox" id="named" .checked=${chosen.named} @change=${(event) => {
          chosen.named = event.target.checked;
          redraw();
        }}> ${labels.named}</label>
        <form id="typed" @submit=${(event) => say(event, (text) => text)}><label>${labels.line}<input name="text" id="line" maxlength="500" autocomplete="off" spellcheck="false"></label><button>${labels.do}</button></form>
        <div id="said" role="status" class=${screen.bad ? "bad" : ""}><pre>${screen.said.join("\n")}</pre>
          ${screen.again ? html`<button type="button" id="again" class="main" @click=${() => type(screen.again)}>${labels.again}</button>` : nothing}
          ${screen.sure ? html`<button type="button" id="sure" @click=${() => type(screen.sure)}>${labels.sure}</button>` : nothing}</div>
        ${screen.slip.length ? slip(screen.slip) : nothing}</section>
      <section class="card" aria-labelledby="h-waiting"><h2 id="h-waiting">${labels.waiting}: ${screen.waiting.length}</h2>
        <ol class="waiting">${screen.waiting.map((one, i) => html`<li><b>${one.place}</b> ${one.cells.join(" ")}
          <button type="button" @click=${() => type(`s ${i + 1}`)}>${named("STAND-IN")}</button></li>`)}</ol></section>
      <section class="card"><details><summary>${labels.list}</summary><div class="wide"><table><tbody>${screen.members.map(row)}</tbody></table></div></details>
        <details><summary>${labels.log}</summary><pre>${screen.log.join("\n")}</pre></details>
        <form id="debrief" @submit=${reads}><p>${labels.debrief}</p><label>${labels.names}${options("naming", labels.names, screen.namings, "PSEUDONYM")}</label>${options("document", labels.debrief, screen.documents, "DEBRIEF_HTML")}<button>${labels.do}</button></form>
        ${screen.file ? html`<button type="button" id="keep" class="main" @click=${() => keep(screen.file)}>${labels.save}: ${screen.file}</button>` : nothing}
        ${screen.remarks.map((line) => html`<p class="note">${line}</p>`)}
        ${screen.document ? html`<pre id="document">${screen.document}</pre>` : nothing}
        <p><a href=${`#/board/${screen.code}`} target="_blank" rel="noopener">${labels.board}</a></p></section>
    </main>`;
}
