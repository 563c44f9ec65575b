import { brushX } from 'd3-brush';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { h, replace, svg } from './dom.js';
import { dateWords, plural, QUADS } from './words.js';

const DAY = 86_400_000;
const HEIGHT = 118;
const MARGIN = { top: 8, right: 12, bottom: 22, left: 34 };
const COUNTS = new Intl.NumberFormat('en', { notation: 'compact' });
/** Of so many events one at each end may be left beyond the edge. */
const STRAYS = 50;

/**
 * Events over time as stacked bars, material conflict at the bottom. Dragging chooses a span of days; the two date fields
 * of the filters do the same without a mouse.
 */
export class Timeline {
  constructor(events, { choose }) {
    this.events = events;
    this.choose = choose;
    this.element = h('figure.timeline', {});
    new ResizeObserver(() => this.shown && this.draw()).observe(this.element);
  }

  /** Draws rows; `rows` are all that other filters let pass, and those outside the chosen days are pale. */
  show(rows, from, to) {
    this.shown = { rows, from, to };
    this.draw();
  }

  draw() {
    const { rows, from, to } = this.shown;
    const width = this.element.clientWidth;
    if (width <= MARGIN.left + MARGIN.right) return;
    const { events } = this;
    const all = rows.filter((row) => events.isDated(row));
    if (all.length === 0) {
      replace(this.element, h('p.empty', {}, 'No dated event passes these filters.'));
      return;
    }
    const months = this.months();
    const [low, high] = span(months.length > 0 ? months : Array.from(all, (row) => ({ first: events.when(row), last: events.when(row), count: 1 })).reverse());
    const dated = all.filter((row) => events.when(row) >= low && events.when(row) <= high);
    const [later, earlier] = [all.filter((row) => events.when(row) > high).length, all.filter((row) => events.when(row) < low).length];
    const pad = Math.max(1, Math.round((high - low) * 0.02));
    const x = scaleUtc([(low - pad) * DAY, (high + pad + 1) * DAY], [MARGIN.left, width - MARGIN.right]);
    const size = Math.max(1, Math.ceil((high - low + 2 * pad + 1) / Math.max(12, Math.floor((width - MARGIN.left) / 7))));
    const bins = this.bins(dated, low - pad, high + pad, size);
    const others = months.filter((month) => month.first >= low && month.last <= high).map((month) => ({ ...month, height: (month.count * size) / (month.last - month.first + 1) }));
    const y = scaleLinear([0, Math.max(...bins.map((bin) => bin.total), ...others.map(({ height }) => height))], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(3);
    const picture = svg('svg', { width, height: HEIGHT, role: 'img',
      'aria-label': `${plural(all.length, 'dated event')} from ${dateWords(events.when(all.at(-1)))} to ${dateWords(events.when(all[0]))}` },
      y.ticks(3).filter(Number.isInteger).map((tick) => svg('g', { class: 'tick' },
        svg('line', { x1: MARGIN.left, x2: width - MARGIN.right, y1: y(tick), y2: y(tick) }),
        svg('text', { x: MARGIN.left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, COUNTS.format(tick)))),
      others.map((month) => svg('rect', { class: 'bar others', x: x(month.first * DAY), width: x((month.last + 1) * DAY) - x(month.first * DAY),
        y: y(month.height), height: y(0) - y(month.height) },
        svg('title', {}, `${dateWords(month.first)} to ${dateWords(month.last)}: ${plural(month.count, 'event')} in the store`))),
      bins.flatMap((bin) => this.bars(bin, x, y, from, to)),
      x.ticks(Math.max(2, Math.floor(width / 110))).map((tick) =>
        svg('text', { x: x(tick), y: HEIGHT - 6, 'text-anchor': 'middle' }, x.tickFormat()(tick))),
      earlier > 0 ? svg('text', { class: 'beyond', x: MARGIN.left, y: MARGIN.top + 4 }, `← ${plural(earlier, 'event')} earlier`) : [],
      later > 0 ? svg('text', { class: 'beyond', x: width - MARGIN.right, y: MARGIN.top + 4, 'text-anchor': 'end' }, `${plural(later, 'event')} later →`) : []);
    replace(this.element, picture);
    this.addBrush(picture, x, width, from, to);
  }

  /** Where the events of the store are, if others than these are there too. */
  months() {
    const { first, count } = this.events.months ?? { first: [], count: [] };
    return first.map((day, at) => {
      const date = new Date(day * DAY);
      return { first: day, last: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY, count: count[at] };
    });
  }

  bins(rows, low, high, size) {
    const bins = Array.from({ length: Math.ceil((high - low + 1) / size) }, (_, at) => ({
      first: low + at * size, last: low + (at + 1) * size - 1, total: 0, quads: new Map() }));
    for (const row of rows) {
      const bin = bins[Math.floor((this.events.when(row) - low) / size)];
      const quad = this.events.quad(row);
      bin.total++;
      bin.quads.set(quad, (bin.quads.get(quad) ?? 0) + 1);
    }
    return bins.filter((bin) => bin.total > 0);
  }

  bars(bin, x, y, from, to) {
    const chosen = (from === null || bin.last >= from) && (to === null || bin.first <= to);
    let below = 0;
    return QUADS.filter(([quad]) => bin.quads.has(quad)).map(([quad, words]) => {
      const count = bin.quads.get(quad);
      const top = y(below + count);
      const height = y(below) - top;
      below += count;
      return svg('rect', { class: 'bar', 'data-quad': quad, 'data-pale': chosen ? null : '', x: x(bin.first * DAY) + 0.5,
        width: Math.max(1.5, x((bin.last + 1) * DAY) - x(bin.first * DAY) - 1), y: top, height },
        svg('title', {}, `${dateWords(bin.first)}${bin.last > bin.first ? ` to ${dateWords(bin.last)}` : ''}: ${count} ${words.toLowerCase()}`));
    });
  }

  addBrush(picture, x, width, from, to) {
    const layer = svg('g', { class: 'brush' });
    picture.append(layer);
    const brush = brushX().extent([[MARGIN.left, MARGIN.top], [width - MARGIN.right, HEIGHT - MARGIN.bottom]]);
    select(layer).call(brush);
    if (from !== null || to !== null) {
      const clamp = (value) => Math.max(MARGIN.left, Math.min(width - MARGIN.right, value));
      select(layer).call(brush.move, [from === null ? MARGIN.left : clamp(x(from * DAY)),
        to === null ? width - MARGIN.right : clamp(x((to + 1) * DAY))]);
    }
    brush.on('end', ({ sourceEvent, selection }) => {
      if (!sourceEvent) return;
      if (!selection) this.choose(null, null);
      else this.choose(...[x.invert(selection[0]), x.invert(selection[1] - 0.5)].map((date) => Math.floor(date / DAY)));
    });
  }
}

/**
 * The first and the last day to draw. A few events that lie far from all others, such as a founding that a text looks back to,
 * stay beyond the edge where they would press the rest into less than half of the width.
 *
 * @param counted what happened when, the oldest first
 */
function span(counted) {
  const strays = Math.floor(counted.reduce((sum, { count }) => sum + count, 0) / STRAYS);
  const all = [counted[0].first, counted.at(-1).last];
  const most = [beyond(counted, strays).first, beyond([...counted].reverse(), strays).last];
  const width = most[1] - most[0];
  if (width >= (all[1] - all[0]) / 2) return all;
  const near = counted.filter(({ first, last }) => first >= most[0] - width / 4 && last <= most[1] + width / 4);
  return [near[0].first, near.at(-1).last];
}

/** The first after so many. */
function beyond(counted, strays) {
  let left = strays;
  return counted.find(({ count }) => (left -= count) < 0);
}
