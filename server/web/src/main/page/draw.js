import { html, nothing, svg } from "./lit-html.js";

const WIDTH = 320;
const HEIGHT = 120;
const EDGE = 30;

/** A scale that holds all values, with a little room. */
function scale(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max(1, (high - low) * 0.1);
  return { low: low - room, high: high + room };
}

const y = (value, { low, high }) => HEIGHT - 16 - ((value - low) / (high - low)) * (HEIGHT - 28);

const table = (heads, rows) => html`<div class="wide"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
  <tbody>${rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

/**
 * Figures by round as lines: the first solid, the second dashed, so that colour is never alone.
 *
 * @param {{title: string, curves: {letter: string, values: number[]}[], line?: number, line_text?: string, key: string}} chart
 */
export function lines(chart, show) {
  const curves = chart.curves.filter((curve) => curve.values.length > 0);
  const values = curves.flatMap((curve) => curve.values).concat(chart.line ?? []);
  if (values.length === 0) {
    return nothing;
  }
  const range = scale(values);
  const most = Math.max(...curves.map((curve) => curve.values.length));
  const x = (i) => EDGE + (most < 2 ? 0 : (i / (most - 1)) * (WIDTH - EDGE - 24));
  return html`<figure><figcaption>${chart.title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${chart.title}>
      ${[range.low, range.high].map((at) => svg`<text x="0" y=${y(at, range) + 4}>${at.toFixed(0)}</text>`)}
      ${chart.line === undefined ? nothing : svg`<line class="level" x1=${EDGE} x2=${WIDTH} y1=${y(chart.line, range)} y2=${y(chart.line, range)}></line>`}
      ${curves.map((curve, i) => svg`<polyline class="curve c${i}" points=${curve.values.map((value, at) => `${x(at)},${y(value, range)}`).join(" ")}></polyline>
        ${curve.values.map((value, at) => svg`<circle class="dot c${i}" cx=${x(at)} cy=${y(value, range)} r="2.5"></circle>`)}
        <text x=${x(curve.values.length - 1) + 5} y=${y(curve.values.at(-1), range) + 4}>${curve.letter}</text>`)}
    </svg>
    ${chart.key ? html`<p>${chart.key}</p>` : nothing}
    ${show ? html`<details><summary>${show}</summary>${table(["", ...curves.map((curve) => curve.letter)],
      Array.from({ length: most }, (_, at) => [at + 1, ...curves.map((curve) => curve.values[at] ?? "")]))}</details>` : nothing}
  </figure>`;
}

/** Own score next quarter and in the fourth, under each assumption: solid and hatched bars with their numbers. */
export function bars(rows, labels) {
  const range = scale(rows.flatMap((row) => [row.next, row.later, 0]));
  const length = (value) => Math.max(0, ((value - Math.max(0, range.low)) / (range.high - Math.max(0, range.low))) * 100);
  const one = (value, kind, words) => html`<span class="figure">${words} <b>${value.toFixed(1)}</b></span>
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="10"></rect>
    <rect class=${kind} width=${length(value)} height="10"></rect></svg>`;
  return html`<div class="bars">${rows.map((row) => html`<p><b>${labels.them}: ${row.name}</b>${one(row.next, "fill", labels.next)}${one(row.later, "fill later", labels.later)}</p>`)}</div>`;
}

const label = (text) => (text ? html`<b>${text}</b> ` : nothing);
const bar = (percent, mark) => html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
  <rect class="ground" width="100" height="10"></rect><rect class="fill" width=${percent} height="10"></rect>
  ${mark === undefined ? nothing : html`<rect class="mark" x=${mark} width="1" height="10"></rect>`}</svg>`;

/** One renderer a kind of block. All texts are text nodes. */
const KINDS = {
  heading: (block) => html`<h3>${block.text}</h3>`,
  text: (block) => html`<p>${block.text}</p>`,
  lines: (block) => html`<pre>${block.lines.join("\n")}</pre>`,
  labelled: (block) => html`<p>${label(block.label)}${block.text}</p>`,
  gauge: (block) => html`<p>${block.text} ${bar(block.percent, block.mark)} ${block.after}</p>`,
  bars: (block) => html`<div><p>${label(block.text)}</p>${block.rows.map(
    (row) => html`<p>${row.head} ${bar(row.percent)} ${row.text}</p>`)}</div>`,
  list: (block) => html`<div>${block.text ? html`<p><b>${block.text}</b></p>` : nothing}<ul>${block.items.map(
    (item) => html`<li>${label(item.head)}${item.text}</li>`)}</ul></div>`,
  table: (block) => {
    const table = html`<div class="wide" role="region" tabindex="0" aria-label=${block.text || block.heads[0] || "table"}><table>
      ${block.heads.length ? html`<thead><tr>${block.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>` : nothing}
      <tbody>${block.rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
    return block.folded ? html`<details><summary>${block.text}</summary>${table}</details>` : table;
  },
  charts: (block) => block.charts.map((chart) => lines(chart)),
};

/** Draws blocks, one below the other. */
export const blocks = (list) => list.map((block) => KINDS[block.kind](block));
