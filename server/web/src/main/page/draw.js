import { html, nothing, svg } from "./lit-html.js";

/** Puts what is given into a pattern. In one pass: what is given may look like a pattern itself. */
export function fill(pattern, ...given) {
  let next = 0;
  return pattern.replace(/%(?:(\d)\$)?[sd]/g, (_, place) => given[place ? place - 1 : next++]);
}

const head = (text) => (text ? html`<th scope="col">${text}</th>` : html`<td></td>`);

/** A table that can be moved sideways, by keys too. */
const table = (name, heads, rows) => html`<div class="wide" role="group" tabindex="0" aria-label=${name}><table>
  ${heads.length ? html`<thead><tr>${heads.map(head)}</tr></thead>` : nothing}
  <tbody>${rows.map((row) => html`<tr><th scope="row">${row[0]}</th>${row.slice(1).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;

/** One renderer a kind of shape; lengths are tenths of a pixel. */
const SHAPES = {
  box: ([tone, x, y, width, height]) => svg`<rect class=${`f-${tone}`} x=${x} y=${y} width=${width} height=${height}></rect>`,
  line: ([tone, weight, dashes, points]) => svg`<polyline class=${`l-${tone}`} stroke-width=${weight} stroke-dasharray=${dashes || "none"} points=${points}></polyline>`,
  disc: ([tone, x, y, radius]) => svg`<circle class=${`f-${tone}`} cx=${x} cy=${y} r=${radius}></circle>`,
  square: ([tone, x, y, radius]) => svg`<rect class=${`f-${tone}`} x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius}></rect>`,
  words: ([tone, x, y, size, anchor, bold, text]) => svg`<text class=${`f-${tone}`} x=${x} y=${y} font-size=${size} text-anchor=${anchor} font-weight=${bold ? "bold" : "normal"}>${text}</text>`,
};

/** A picture: its sentence for those who do not see it, and its shapes. */
export const picture = ({ says, width, height, shapes }) => html`<svg viewBox=${`0 0 ${10 * width} ${10 * height}`} width=${width} role="img" aria-label=${says}>
  ${shapes.map(([kind, ...rest]) => SHAPES[kind](rest))}</svg>`;

/** A chart with its figures under a button, if there is a word for that. */
const figure = (chart, show) => html`<figure><figcaption>${chart.title}</figcaption>${picture(chart.picture)}
  ${chart.key ? html`<p>${chart.key}</p>` : nothing}
  ${show ? html`<details><summary>${show}</summary>${table(chart.title, chart.heads, chart.rows)}</details>` : nothing}</figure>`;

const label = (text) => (text ? html`<b>${text}</b> ` : nothing);
export const bar = (percent, mark) => html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
  <rect class="ground" width="100" height="10"></rect><rect class="fill" width=${percent} height="10"></rect>
  ${mark === undefined ? nothing : svg`<rect class="mark" x=${mark} width="1" height="10"></rect>`}</svg>`;

/** A text as a square code. */
export const squares = ({ text, rows }) => {
  const side = rows.length + 8;
  const path = rows.map((row, y) => [...row].map((one, x) => (one === " " ? "" : `M${x + 4} ${y + 4}h1v1h-1z`)).join("")).join("");
  return html`<svg viewBox="0 0 ${side} ${side}" role="img" aria-label=${text}><rect class="paper" width=${side} height=${side}></rect><path d=${path}></path></svg>`;
};

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
    const drawn = table(block.text || block.heads[0] || "table", block.heads, block.rows);
    return block.folded ? html`<details><summary>${block.text}</summary>${drawn}</details>` : drawn;
  },
  picture: (block) => html`<figure>${block.text ? html`<figcaption>${block.text}</figcaption>` : nothing}${picture(block.picture)}</figure>`,
  charts: (block, show) => html`<div class="charts">${block.charts.map((chart) => figure(chart, show))}</div>`,
  code: (block) => html`<figure class="code">${squares(block)}<figcaption>${block.text}</figcaption></figure>`,
};

/**
 * Draws blocks, one below the other.
 *
 * @param {string} show what the button says that shows the figures of a chart
 */
export const blocks = (list, show) => list.map((block) => KINDS[block.kind](block, show));
