import { fill } from "./draw.js";
import { drawn, keepInTab, ofTab, save, speaks } from "./kept.js";
import { html, nothing, render } from "./lit-html.js";

/** The page on which an instructor opens a class. It needs no program: the server reads lists, and says everything in the language that is asked for. */

const page = document.querySelector("#page");
const SECRET = /^#\/teach\/([A-Za-z0-9_-]{20,100})$/;
const KEPT = "truce teach";
const LANGUAGES = { en: "English", zh: "中文" };

let pass = "";
let language = speaks() || (navigator.language.startsWith("zh") ? "zh" : "en");
/** What the server said to begin with: words, lessons, fields. */
let begun = null;
let classes = [];
let lesson = null;
let values = {};
let file = null;
/** How the file is read, and of which reading it was agreed that its faulty lines are left out. */
let listed = null;
let agreed = "";
/** What the first line of a list says that does not name its columns, and which of them were chosen. */
let columns = [];
let chosen = {};
let opened = null;
/** Whether the slips of the class were printed or saved. */
let carried = false;
let said = "";
/** How much is done that takes a while. */
let busy = 0;
/** Of what is to be opened: said again, it opens the same class. */
let key = "";
/** Which of the lists that were asked for is the newest. */
let asked = 0;

/** Takes the secret out of the address before anything else is done, and keeps the pass in this tab alone. */
function hide() {
  const [, secret] = SECRET.exec(location.hash) ?? [];
  if (secret) {
    history.replaceState(null, "", "#/teach");
  }
  return secret ?? "";
}

/** Asks the server; throws what it says of a refusal. An answer that is not the server's is as good as none. */
async function ask(word, query = {}, options = {}) {
  const address = new URL(`api/teach/${word}`, document.baseURI);
  Object.entries({ lang: language, ...query }).forEach(([name, value]) => address.searchParams.set(name, value));
  let answer;
  let told;
  try {
    answer = await fetch(address, { ...options, headers: { ...options.headers, ...(pass && { authorization: `Bearer ${pass}` }) } });
    told = Object(await answer.json());
  } catch {
    told = {};
  }
  if (!answer?.ok ? !told.refused : Object.keys(told).length === 0) {
    throw new Error(begun?.words.silent ?? "truce ...");
  }
  if (answer.status === 401) {
    pass = "";
    keepInTab(KEPT, null);
  }
  if (!answer.ok) {
    const { detail, legal } = told.refused;
    throw new Error(legal && !detail.includes(legal) ? `${detail} (${legal})` : detail);
  }
  return told;
}

/** Does something that takes a while; what it fails with is said. */
async function tries(does) {
  busy++;
  said = "";
  draw();
  try {
    await does();
  } catch (fault) {
    said = fault.message;
  }
  busy--;
  draw();
}

async function enter(secret) {
  const told = await ask("enter", {}, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ deskKey: secret }) });
  pass = told.token;
  keepInTab(KEPT, pass);
  await begin();
}

/** Asks for all that the plan of a class shows, and takes it when it is complete. */
async function begin() {
  const told = await ask("begin");
  classes = (await ask("classes")).classesListed.classes;
  begun = told;
  choose(begun.lessons.find((one) => one.id === lesson?.id) ?? begun.lessons[0], values);
}

function choose(one, before = {}) {
  const same = lesson?.id === one.id;
  lesson = one;
  values = same ? { ...one.values, ...before } : { ...one.values };
}

async function speak(chosen) {
  language = chosen;
  speaks(chosen);
  document.documentElement.lang = chosen === "zh" ? "zh-Hans" : "en";
  await tries(async () => {
    if (pass) {
      await begin();
      await reads();
    } else {
      begun = await ask("words");
    }
  });
}

/** Has the list read, for the seats that are chosen. */
async function reads() {
  if (file === null || opened) {
    return;
  }
  const now = ++asked;
  try {
    const told = await ask("list", { lesson: lesson.id, ...values, ...chosen }, { method: "POST", body: file });
    if (now === asked) {
      listed = told.columns ? null : told;
      columns = told.columns ?? columns;
    }
  } catch (fault) {
    // Of a reading that another has followed nothing is said.
    if (now === asked) {
      listed = null;
      throw fault;
    }
  }
}

/** The lines that would be left out now, in no language. */
const leftOut = () => JSON.stringify([chosen, listed.leftOut.map((one) => [one.line, one.name])]);

/** Has a list in place of the one before, or none; what was read and chosen of that one is gone. */
function has(next) {
  asked++;
  file = next;
  listed = null;
  columns = [];
  chosen = {};
  agreed = "";
  key = "";
}

const takes = (dropped) => {
  if (dropped) {
    has(dropped);
    tries(reads);
  }
};

const sets = (name, value) => {
  values = { ...values, [name]: value };
  key = "";
  name === "seats" ? tries(reads) : draw();
};

const opens = () =>
  tries(async () => {
    key ||= drawn();
    const query = { lesson: lesson.id, ...values, ...chosen, key, page: new URL(".", document.baseURI).href, ...(agreed === leftOut() && { leave_out: "yes" }) };
    opened = await ask("open", query, { method: "POST", body: file });
    carried = false;
    scrollTo(0, 0);
  });

/** Whether keys would be lost with the page: the server tells them once. */
const losesKeys = () => !carried && opened?.students.some((one) => one.key);

const another = () => {
  if (losesKeys() && !confirm(begun.words["slips.lost"])) {
    return;
  }
  opened = null;
  has(null);
  tries(begin);
};

/** No cell is taken for a formula. */
const cell = (text) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function saves() {
  const rows = opened.students.map((one) => [one.name, one.student, one.key, one.link].map(cell).join(","));
  save(`\ufeffname,student,key,link\r\n${rows.join("\r\n")}\r\n`, `${opened.classCode}.csv`, "text/csv");
  carried = true;
}

/** The squares of a code as one shape, with the light border that belongs to it. */
function squares(rows) {
  const dark = rows.flatMap((row, y) => [...row].flatMap((digit, at) => [...parseInt(digit, 16).toString(2).padStart(4, "0")].map((bit, i) => (bit === "1" ? `M${at * 4 + i} ${y}h1v1h-1z` : "")))).join("");
  const size = rows.length + 8;
  return html`<svg class="qr" viewBox=${`-4 -4 ${size} ${size}`} aria-hidden="true"><rect x="-4" y="-4" width=${size} height=${size}></rect><path d=${dark}></path></svg>`;
}

const header = () => html`<header><a class="logo" href="#/" target=${opened ? "_blank" : nothing} rel="noopener">truce</a><h1>${begun?.words.title ?? ""}</h1>
  <div class="tools">${Object.entries(LANGUAGES).map(([word, name]) => html`<button type="button" lang=${word} aria-pressed=${word === language} @click=${() => speak(word)}>${name}</button>`)}</div></header>`;

const alert = () => html`<p class=${said ? "bad" : ""} role="alert">${said}</p>`;

function door() {
  const { words } = begun;
  const submit = (event) => {
    event.preventDefault();
    tries(() => (pass ? begin() : enter(new FormData(event.target).get("secret").trim())));
  };
  return html`<main class="start"><form @submit=${submit}><h2>${words.door}</h2>
    ${pass ? nothing : html`<label>${words.secret}<input id="secret" name="secret" type="password" required maxlength="100" autocomplete="off"></label>`}
    <button class="main" id="enter">${words.enter}</button></form>${alert()}<p>${words.how}</p></main>`;
}

function control(field) {
  if (field.options.length === 0) {
    return html`<label>${field.label}<input name=${field.name} required maxlength="60" autocomplete="off" .value=${values[field.name]} @change=${(event) => sets(field.name, event.target.value.trim())}></label>`;
  }
  return html`<label>${field.label}<select name=${field.name} .value=${values[field.name]} @change=${(event) => sets(field.name, event.target.value)}>
    ${field.options.map((one) => html`<option value=${one.value} ?selected=${one.value === values[field.name]}>${one.text}</option>`)}</select></label>`;
}

const lines = (words, list) => html`<ul>${list.map((one) => html`<li>${fill(words.line, one.line, one.name)} ${one.why}</li>`)}</ul>`;

function seats(words) {
  return html`${listed.leftOut.length ? html`<div class="bad" id="left-out"><p>${words["left-out"]}</p>${lines(words, listed.leftOut)}
      <label class="tick"><input type="checkbox" id="agree" .checked=${agreed === leftOut()} @change=${(event) => {
        agreed = event.target.checked ? leftOut() : "";
        draw();
      }}> ${words.agree}</label></div>` : nothing}
    ${listed.noStudents.length ? html`<details><summary>${fill(words["no-students"], listed.noStudents.length)}</summary>${lines(words, listed.noStudents)}</details>` : nothing}
    <details open><summary>${words.seats}</summary><div class="wide" role="group" tabindex="0" aria-label=${words.seats}><table id="seats">
      <thead><tr><th scope="col">${words.table}</th><th scope="col">${words.us}</th><th scope="col">${words.cn}</th></tr></thead>
      <tbody>${listed.tables.map((one) => html`<tr><th scope="row">${one.table}</th>${[one.us, one.cn].map((names) => html`<td>${names.join(", ") || words.bot}</td>`)}</tr>`)}</tbody></table></div></details>`;
}

/** What is said of the list. It is there before there is anything to say, since else it would not be spoken. */
const read = (words) => html`<p id="read" role="status">${busy ? words.reading : listed ? html`<b>${file.name}</b> ${fill(words.read, listed.students, listed.tables.length, listed.bots, listed.encoding)}` : nothing}</p>`;

/** Asks which columns have what a list does not name. */
function picks(words) {
  const submit = (event) => {
    event.preventDefault();
    const told = new FormData(event.target);
    chosen = { name_column: told.get("name-column"), number_column: told.get("number-column"), header: told.get("student") ? "no" : "yes" };
    key = "";
    tries(reads);
  };
  const names = columns.map((name, at) => html`<option value=${at + 1}>${fill(words.column, at + 1, name)}</option>`);
  return html`<form id="columns" @submit=${submit}><p><b>${file.name}</b> ${listed ? words["columns.chosen"] : words.columns}</p>
    <label>${words["column.name"]}<select name="name-column">${names}</select></label>
    <label>${words["column.number"]}<select name="number-column"><option value="">${words["column.none"]}</option>${names}</select></label>
    <label class="tick"><input type="checkbox" name="student"> ${words["column.student"]}</label>
    <button id="pick">${words.pick}</button></form>`;
}

function plan() {
  const { words } = begun;
  const ready = listed !== null && values.title && (listed.leftOut.length === 0 || agreed === leftOut());
  const desks = (title, list) => (list.length ? html`<section class="card"><h2>${title}</h2><ul>${list.map((one) => html`<li>
        <a href=${`#/desk/${one.classCode}/${pass}`} target="_blank" rel="noopener">${one.title} (${one.classCode})</a></li>`)}</ul></section>` : nothing);
  return html`<main class="teach">${desks(words.classes, classes.filter((one) => !one.finished))}${desks(words.finished, classes.filter((one) => one.finished))}
    <section class="card"><h2 id="h-lesson">${words.lesson}</h2><div class="lessons" role="group" aria-labelledby="h-lesson">${begun.lessons.map((one) => html`<button type="button" id=${`lesson-${one.id}`}
        aria-pressed=${one.id === lesson.id} @click=${() => {
          choose(one);
          key = "";
          tries(reads);
        }}><b>${one.title}</b> <span>${one.about}</span></button>`)}</div>
      <form id="fields" @submit=${(event) => event.preventDefault()}>${begun.fields.map(control)}</form></section>
    <section class="card" id="drop"><h2>${words.list}</h2>
      <label>${words["list.how"]}<input type="file" id="file" accept=".csv,.txt,.tsv,.xls,.xlsx,text/csv" @change=${(event) => {
        takes(event.target.files[0]);
        // The same file can be chosen again.
        event.target.value = "";
      }}></label>
      ${read(words)}${columns.length ? picks(words) : nothing}${listed ? seats(words) : nothing}${alert()}
      <button type="button" id="open" class="main" ?disabled=${!ready || busy} @click=${opens}>${words.open}</button></section></main>`;
}

function slip(words, one, host) {
  return html`<li class="slip"><h3>${one.name}</h3>${one.code.length ? squares(one.code) : nothing}
    <p>${words["slip.go"]} <b>${host}</b></p><p>${words["slip.code"]} <b>${opened.classCode}</b></p>
    ${one.key ? html`<p>${words["slip.number"]} <b>${one.student}</b></p><p>${words["slip.key"]} <b class="key">${one.key}</b></p><p class="link"><a href=${one.link} target="_blank" rel="noopener">${one.link}</a></p>` : nothing}</li>`;
}

function ready() {
  const { words } = begun;
  const site = new URL(".", document.baseURI).href;
  const local = /^(127\.|localhost$|\[::1\]$)/.test(location.hostname);
  const again = opened.keyed && opened.students.every((one) => !one.key);
  return html`<main class="teach"><section class="card"><h2>${fill(words.opened, opened.title)} <b id="code">${opened.classCode}</b></h2>
      <p role="status">${opened.keyed ? words["slips.how"] : words["by-list"]}</p>${again ? html`<p class="bad">${words.again}</p>` : nothing}${local ? html`<p class="bad">${words.local}</p>` : nothing}
      <div class="buttons"><a class="button main" id="desk" href=${`#/desk/${opened.classCode}/${pass}`} target="_blank" rel="noopener">${words.desk}</a>
        <a class="button" id="board" href=${`#/board/${opened.classCode}`} target="_blank" rel="noopener">${words.board}</a>
        <button type="button" id="print" @click=${() => print()}>${words.print}</button><button type="button" id="save" @click=${saves}>${words.save}</button>
        <button type="button" id="another" @click=${another}>${words.another}</button></div></section>
    <ul class="slips">${opened.students.map((one) => slip(words, one, `${site}#/join`))}</ul></main>`;
}

/** What is to be seen now. */
function shown() {
  if (begun === null) {
    return html`<main class="start">${alert()}</main>`;
  }
  document.title = `truce: ${begun.words.title}`;
  return html`${header()}${opened ? ready() : pass && begun.lessons ? plan() : door()}`;
}

/** An answer that cannot be shown is said to be so, and leaves no empty page. */
function draw() {
  try {
    render(shown(), page);
  } catch (fault) {
    said = fault.message;
    render(html`<main class="start">${alert()}</main>`, page);
  }
}

/** Shows the page in place of what index.html says. */
export async function teach() {
  const secret = hide();
  const look = document.createElement("link");
  look.rel = "stylesheet";
  look.href = "./teach.css";
  document.head.append(look);
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  page.replaceChildren();
  pass = secret ? "" : ofTab(KEPT) ?? "";
  await tries(async () => {
    begun = await ask("words");
    if (secret) {
      await enter(secret);
    } else if (pass) {
      await begin();
    }
  });
  addEventListener("hashchange", () => location.reload());
  addEventListener("beforeunload", (event) => losesKeys() && event.preventDefault());
  addEventListener("afterprint", () => (carried = true));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (pass && !opened) {
      takes(event.dataTransfer.files[0]);
    }
  });
}
