import { html } from "./lit-html.js";
import { blocks } from "./draw.js";
import { endPart, select } from "./screens.js";

/** What a record may be once it is unpacked, and how long a link may be that messengers still carry. */
const MAX_RECORD = 1 << 20;
const MAX_SHARED = 32 << 10;
const MAX_LINK = 8000;
const FORM = "1.";

/** Packs a record into what stands in a link; null if it is too long for one. */
export async function packed(record) {
  const stream = new Blob([record]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const link = FORM + btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return bytes.length > MAX_LINK || link.length > MAX_LINK || record.length > MAX_SHARED ? null : link;
}

/** Unpacks what stands in a link. It counts while it unpacks, since a small link can hold a huge text. */
export async function unpacked(link) {
  if (!link.startsWith(FORM) || link.length > MAX_LINK) {
    throw new Error("link");
  }
  const packedBytes = Uint8Array.from(atob(link.slice(FORM.length).replaceAll("-", "+").replaceAll("_", "/")), (unit) => unit.charCodeAt(0));
  const reader = new Blob([packedBytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_SHARED) {
      await reader.cancel();
      throw new Error("link");
    }
    parts.push(part.value);
  }
  return new Blob(parts).text();
}

/** Reads a file that a person chose; what is larger than any record is cut, and so is no record. */
export const read = (file) => file.slice(0, MAX_RECORD + 1).text();

/** Who plays on from the round that is shown. */
function branching(told, branch) {
  const begin = (event) => {
    event.preventDefault();
    const chosen = new FormData(event.target);
    branch(chosen.get("side"), chosen.get("bot"));
  };
  return html`<section class="card"><form id="branch" @submit=${begin}><h2>${told.head}</h2><p>${told.about}</p>
    ${select("side", told.side, told.sides, "US")}
    ${select("bot", told.bot, told.bots.map((bot) => ({ value: bot, text: bot })), "negotiator")}
    <button>${told.play}</button></form></section>`;
}

/** The screen of a record: its verdict, one round of it, and how it ended. */
export function recordScreen(screen, said, { languages, act, walk, share, branch, home }) {
  const { labels, told } = screen;
  const step = (by) => () => walk(screen.round + by);
  const keys = (event) => {
    // A slider walks by keys of its own.
    if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      walk(screen.round + (event.key === "PageUp" ? -1 : 1));
    }
  };
  return html`<header class="match"><h1>truce</h1><p>${screen.title}</p><p>${screen.seats}</p>${languages}</header>
    <main class="record" @keydown=${keys}>
      ${told ? html`<div class="ended">${endPart(told, "", ({ round }) => html`<button type="button" @click=${() => walk(round)}>${labels.look}</button>`, "", "")}</div>` : ""}
      ${screen.good ? html`<details><summary class="good">${labels.verified}</summary><p>${screen.verdict}</p></details>` : html`<p role="alert" class="bad">${screen.verdict}</p>`}
      <section class="card"><h2>${screen.round_text ?? ""}</h2>
        <label>${labels.round} ${screen.round} / ${screen.rounds}
          <input id="round" type="range" min="1" max=${screen.rounds} step="1" .value=${String(screen.round)}
            aria-valuetext=${screen.round_text ?? ""} @input=${(event) => walk(Number(event.target.value))}></label>
        <div class="buttons walk">
          <button type="button" id="earlier" ?disabled=${screen.round <= 1} @click=${step(-1)}>${labels.earlier}</button>
          <button type="button" id="later" ?disabled=${screen.round >= screen.rounds} @click=${step(1)}>${labels.later}</button></div>
        ${blocks(screen.blocks ?? [])}
        ${screen.folded ? html`<details><summary>${labels.all}</summary>${blocks(screen.folded)}</details>` : ""}</section>
      ${screen.branch ? branching(screen.branch, branch) : ""}
      ${screen.end ? html`<details class="card"><summary>${labels.end}</summary>${blocks(screen.end)}</details>` : ""}
      ${screen.debrief ? html`<section class="card" id="debrief"><h2>${labels.debrief}</h2>${screen.debrief.length ? blocks(screen.debrief)
          : html`<button type="button" @click=${() => act("debrief")}>${labels.debrief}</button>`}</section>` : ""}
    </main>
    <footer><p role="status">${said}</p><div class="buttons">
      <button type="button" id="share" @click=${share}>${labels.share}</button>
      <button type="button" class="main" @click=${home}>${labels.home}</button></div></footer>`;
}
