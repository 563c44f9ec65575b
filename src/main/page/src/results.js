import { scaleUtc } from 'd3-scale';
import { append, h, replace, svg } from './dom.js';
import { events as load } from './events.js';
import { EventMap } from './map.js';
import { DATA, hrefOf, plural } from './words.js';

const AT_ONCE = 200;
const DAY = /^-?\d{4}(-\d\d(-\d\d)?)?/;

/** Rows as a table, and as whatever else their columns allow: a map, a timeline, a graph, a chart. */
export async function results(answer, stored, seconds, navigate) {
  if (answer.boolean !== undefined) return h('p.answer', {}, answer.boolean ? 'Yes' : 'No');
  const columns = answer.head.vars;
  const rows = answer.results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
  const count = h('p.small', {}, `${plural(rows.length, 'row')} in ${seconds} s`);
  if (rows.length === 0) return h('div', {}, count, h('p.empty', {}, 'Nothing found.'));
  const views = [['Table', () => table(columns, answer.results.bindings)], ...(await more(columns, rows, navigate))];
  const wanted = stored?.display && views.findIndex(([name]) => name.toLowerCase() === stored.display.toLowerCase());
  const stage = h('div.shown');
  const tabs = views.map(([name], at) => h('button', { type: 'button', role: 'tab', onclick: () => show(at) }, name));
  const show = (at) => {
    tabs.forEach((tab, index) => tab.setAttribute('aria-selected', String(index === at)));
    replace(stage, views[at][1]());
  };
  show(Math.max(0, wanted || 0));
  return h('div', {}, h('div.tabs', {}, h('div', { role: 'tablist', 'aria-label': 'Results as' }, tabs), count), stage);
}

function table(columns, bindings) {
  const body = h('tbody');
  let shown = 0;
  const button = h('button', { type: 'button', onclick: () => grow() });
  function grow() {
    append(body, bindings.slice(shown, shown + AT_ONCE).map((row) => h('tr', {}, columns.map((name) => h('td', {}, term(row[name]))))));
    shown = Math.min(bindings.length, shown + AT_ONCE);
    button.textContent = `Show more (${plural(bindings.length - shown, 'row')} left)`;
    button.hidden = shown === bindings.length;
  }
  grow();
  return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Rows' }, h('table', {}, h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, name)))), body), button);
}

function term(one) {
  if (!one) return '';
  if (one.type === 'uri' && one.value.startsWith('https://w3id.org/casus/')) {
    return h('a', { href: hrefOf(one.value), 'data-go': one.value.startsWith(DATA) }, one.value.replace('https://w3id.org/casus/', ''));
  }
  if (one.type === 'uri' && /^https?:/.test(one.value)) return h('a', { href: one.value, rel: 'noreferrer', target: '_blank' }, one.value);
  return one.value;
}

async function more(columns, rows, navigate) {
  const views = [];
  const has = (...names) => names.find((name) => columns.includes(name) && rows.some((row) => row[name]));
  const numeric = columns.find((name) => rows.every((row) => row[name] === undefined || row[name] === '' || Number.isFinite(Number(row[name]))) && rows.some((row) => row[name]));
  const from = has('from', 'first', 'date', 'day', 'on', 'published', 'earliest', 'asOf');
  const [source, target] = [has('source', 'actor', 'subject', 'recogniser', 'person'), has('target', 'other', 'object', 'territory', 'officeOf')];
  const events = await load();
  const points = pointsOf(columns, rows, events);
  if (points.length > 0) views.push(['Map', () => map(points)]);
  if (from && rows.some((row) => DAY.test(row[from] ?? ''))) views.push(['Timeline', () => timeline(columns, rows, from, has('until', 'last', 'latest'))]);
  if (source && target) views.push(['Graph', () => graph(rows, source, target)]);
  const label = columns.find((name) => name !== numeric && !DAY.test(rows[0][name] ?? ''));
  if (numeric && label) views.push(['Chart', () => chart(rows, label, numeric)]);
  return views;
}

/** Places by coordinates in the rows, or by a name that the store knows where to put. */
function pointsOf(columns, rows, events) {
  const [lat, lon] = [['lat', 'latitude'], ['lon', 'long', 'lng', 'longitude']].map((names) => names.find((name) => columns.includes(name)));
  const wkt = columns.find((name) => rows.some((row) => /^(<[^>]*> )?POINT/.test(row[name] ?? '')));
  const named = ['place', 'territory', 'where'].find((name) => columns.includes(name));
  const byName = new Map(events.entities.filter(({ point }) => point).map(({ label, point }) => [label, point]));
  const found = new Map();
  for (const row of rows) {
    const parsed = wkt && /POINT ?\(([-\d.]+) ([-\d.]+)\)/.exec(row[wkt] ?? '');
    const point = lat && lon ? [Number(row[lon]), Number(row[lat])] : parsed ? [Number(parsed[1]), Number(parsed[2])] : named && byName.get(row[named]);
    if (!point || !point.every(Number.isFinite)) continue;
    const key = point.join(' ');
    const words = row[named] ?? row.label ?? row.name ?? key;
    found.set(key, { point, words, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

function map(points) {
  const events = { entities: points.map(({ point, words }) => ({ point, label: words, id: '' })), place: points.flatMap(({ count }, at) => Array(count).fill(at)), quad: () => '' };
  const drawn = new EventMap(events, { label: 'Rows on a map' });
  drawn.show(events.place.map((_, row) => row));
  return h('div.bigmap', {}, drawn.element);
}

function timeline(columns, rows, from, until) {
  const dated = rows.filter((row) => DAY.test(row[from] ?? '')).slice(0, 300);
  const time = (text) => Date.parse((DAY.exec(text)?.[0] ?? '').padEnd(10, '-01').replace(/^(\d{4})-01-01.*$/, '$1-01-01'));
  const begin = (row) => time(row[from]);
  const end = (row) => (until && DAY.test(row[until] ?? '') ? time(row[until]) : begin(row));
  const [low, high] = [Math.min(...dated.map(begin)), Math.max(...dated.map(end))];
  const width = 900;
  const x = scaleUtc([low, Math.max(high, low + 86_400_000)], [10, width - 260]);
  const words = (row) => columns.filter((name) => ![from, until, 'sentence', 'example', 'article'].includes(name)).map((name) => row[name]).filter(Boolean).slice(0, 4).join(' · ');
  const height = dated.length * 18 + 28;
  return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Rows over time' }, svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'strip' },
    x.ticks(7).map((tick) => svg('g', { class: 'tick' }, svg('line', { x1: x(tick), x2: x(tick), y1: 0, y2: height - 20 }), svg('text', { x: x(tick), y: height - 4, 'text-anchor': 'middle' }, x.tickFormat()(tick)))),
    dated.map((row, at) => svg('g', {}, svg('rect', { class: 'bar', x: x(begin(row)) - 2, y: at * 18 + 3, height: 12, rx: 2, width: Math.max(5, x(end(row)) - x(begin(row))) }),
      svg('text', { x: x(end(row)) + 8, y: at * 18 + 13 }, words(row).slice(0, 60))))));
}

function graph(rows, source, target) {
  const box = h('div.network.big', { role: 'img', 'aria-label': `Who with whom: ${source} and ${target}` });
  import('cytoscape').then(({ default: cytoscape }) => {
    if (!box.isConnected) return;
    const ties = new Map();
    for (const row of rows.slice(0, 2000)) {
      if (!row[source] || !row[target]) continue;
      const key = JSON.stringify([row[source], row[target]]);
      ties.set(key, (ties.get(key) ?? 0) + 1);
    }
    const pairs = [...ties].map(([key, count]) => [...JSON.parse(key), count]);
    const ids = new Map([...new Set(pairs.flatMap(([a, b]) => [a, b]))].map((name, at) => [name, `n${at}`]));
    const colour = (name) => getComputedStyle(box).getPropertyValue(name).trim();
    const drawn = cytoscape({ container: box,
      elements: [...[...ids].map(([label, id]) => ({ data: { id, label: label.replace(DATA, '') } })),
        ...pairs.map(([a, b, count], at) => ({ data: { id: `e${at}`, source: ids.get(a), target: ids.get(b), weight: 1 + Math.log2(count) } }))],
      layout: { name: 'cose', animate: false, nodeRepulsion: () => 9000, padding: 20 },
      style: [{ selector: 'node', style: { label: 'data(label)', 'font-size': 10, color: colour('--ink'), 'background-color': colour('--accent'), width: 12, height: 12, 'text-valign': 'bottom', 'text-margin-y': 3, 'text-wrap': 'ellipsis', 'text-max-width': 110 } },
        { selector: 'edge', style: { width: 'data(weight)', 'line-color': colour('--soft'), 'target-arrow-color': colour('--soft'), 'target-arrow-shape': 'triangle', 'curve-style': 'bezier', opacity: 0.6 } }] });
    if (drawn.zoom() > 1.3) drawn.zoom({ level: 1.3, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } });
  });
  return box;
}

function chart(rows, label, numeric) {
  const shown = rows.slice(0, 60);
  const most = Math.max(...shown.map((row) => Number(row[numeric] ?? 0)));
  return h('div.chart', {}, h('p.small', {}, `${numeric} by ${label}`), shown.map((row) => h('div.chartrow', {}, h('span.chartlabel', {}, row[label] || '(none)'),
    h('span.chartbar', { style: { width: `${most > 0 ? (62 * Math.max(0, Number(row[numeric] ?? 0))) / most : 0}%` } }), h('span.small', {}, Number(row[numeric] ?? 0).toLocaleString('en')))));
}
