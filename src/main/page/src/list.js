import { h, replace } from './dom.js';
import { iri, select } from './graph.js';
import { hrefOf, plural, spanWords, STATUS_WORDS } from './words.js';

const ROW = 74;
const AHEAD = 6;
/** By the event's IRI. */
const sentences = new Map();

/** A list of events of any length: only the rows in sight are in the document. */
export class EventList {
  rows = new Int32Array();
  window = [-1, -1];

  constructor(events, { label }) {
    this.events = events;
    this.filler = h('div.filler');
    this.items = h('ol.rows', { role: 'list' });
    this.element = h('div.list', { tabindex: 0, role: 'region', 'aria-label': label, onscroll: () => this.draw(),
      onkeydown: (event) => this.step(event) }, this.filler, this.items);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  show(rows) {
    this.rows = rows;
    this.filler.style.height = `${rows.length * ROW}px`;
    this.element.scrollTop = 0;
    this.window = [-1, -1];
    this.draw();
  }

  draw() {
    const top = Math.max(0, Math.floor(this.element.scrollTop / ROW) - AHEAD);
    const end = Math.min(this.rows.length, top + Math.ceil((this.element.clientHeight || 600) / ROW) + 2 * AHEAD);
    if (top === this.window[0] && end === this.window[1]) return;
    this.window = [top, end];
    this.items.style.transform = `translateY(${top * ROW}px)`;
    const visible = Array.from(this.rows.subarray(top, end));
    replace(this.items, visible.length === 0
      ? h('li.empty', {}, this.events.size === 0 ? 'The store holds no events yet: casus build reads articles into it.' : 'No event passes these filters.')
      : visible.map((row, at) => this.item(row, top + at)));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.quote(visible), 60);
  }

  item(row, position) {
    const { events } = this;
    return h('li.event', { 'aria-posinset': String(position + 1), 'aria-setsize': String(this.rows.length), 'data-row': String(row) },
      h('a', { href: hrefOf(events.iri(row)), 'data-go': true },
        h('span.line', {}, typeMark(events, row), ' ', parties(events, row)),
        h('span.quote', {}, sentences.get(events.iri(row)) ?? '\u00a0'),
        h('span.small', {}, details(events, row).join(' · '))));
  }

  /** The sentence of each row in sight, asked for once. */
  async quote(visible) {
    const wanted = visible.filter((row) => !sentences.has(this.events.iri(row)));
    if (wanted.length > 0) {
      const found = await select(`SELECT ?event (MIN(?text) AS ?sentence) {
          VALUES ?event { ${wanted.map((row) => iri(this.events.iri(row))).join(' ')} }
          ?report casus:reports ?event ; casus:inSentence/nif:anchorOf ?text } GROUP BY ?event`).catch(() => []);
      found.forEach(({ event, sentence }) => sentences.set(event, sentence));
    }
    for (const item of this.items.children) {
      const sentence = sentences.get(item.dataset.row && this.events.iri(Number(item.dataset.row)));
      if (sentence) item.querySelector('.quote').textContent = sentence;
    }
  }

  step(event) {
    const links = [...this.items.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next === undefined || links.length === 0) return;
    event.preventDefault();
    const link = links[Math.max(0, Math.min(links.length - 1, next))];
    const row = link.parentElement.dataset.row;
    link.scrollIntoView({ block: 'nearest' });
    this.draw();
    this.items.querySelector(`[data-row="${row}"] a`)?.focus();
  }
}

/** The type as a word in the colour of its quad. */
export function typeMark(events, row) {
  return h('span.type', { 'data-quad': events.quad(row) }, events.typeName(row));
}

export function parties(events, row) {
  const source = events.entity(events.source[row]);
  const target = events.entity(events.target[row]);
  return [
    h('b', {}, source?.label ?? 'somebody'),
    target && h('span.to', { 'aria-label': 'to' }, ' → '),
    target && h('b', {}, target.label),
  ];
}

function details(events, row) {
  const [first, last] = events.days(row);
  const place = events.entity(events.place[row])?.label;
  const status = events.statusNames(row);
  return [
    spanWords(first, last),
    place,
    status.length === 1 && status[0] === 'certain' ? null : status.map((name) => STATUS_WORDS[name]).join(', '),
    plural(events.sources[row], 'source'),
    events.disputed[row] > 0 ? 'accounts differ' : null,
  ].filter(Boolean);
}
