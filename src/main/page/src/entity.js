import { scaleLinear, scaleUtc } from 'd3-scale';
import { h, replace, svg } from './dom.js';
import { entityLink, marked, provenance, sameAs, triples, why } from './evidence.js';
import { eventsOf } from './events.js';
import { Fault, iri, nodes, select } from './graph.js';
import { lanes } from './lanes.js';
import { EventList } from './list.js';
import { EventMap } from './map.js';
import { DATA, dateWords, hrefOf, localName, plural, QUADS, spaced } from './words.js';

const DAY = 86_400_000;

/** An actor, a place, or both: what it did and what was done to it, with whom, what it said, what it holds and claims. */
export async function entity(view, location, navigate) {
  const id = `https://w3id.org${location.pathname}`;
  const x = iri(id);
  const territory = `{ ?t a casus:TerritorialStatement ; casus:territory ${x} } UNION { ?t a casus:TerritorialStatement ; casus:holder|casus:formerHolder|casus:statedBy|casus:recognisedBy ${x} }`;
  const [graph, names, events] = await Promise.all([
    nodes([`BIND(${x} AS ?s)`,
      `?s a casus:OfficeHolding . { ?s casus:person ${x} } UNION { ?s casus:officeOf ${x} }`,
      `?o casus:person|casus:officeOf ${x} ; casus:person|casus:officeOf|casus:inSentence|casus:inArticle ?s`,
      `${territory} BIND(?t AS ?s)`,
      `${territory} ?t casus:territory|casus:holder|casus:recognisedBy|casus:statedBy|casus:inSentence|casus:inArticle|casus:voice|casus:territoryMention|casus:holderMention|casus:relation ?s`,
      `?v prov:agent ${x} . ?s casus:voice ?v ; a casus:Statement`,
      `?v prov:agent ${x} . ?q casus:voice ?v ; a casus:Statement ; casus:inSentence|casus:inArticle|casus:voice ?s`]),
    select(`SELECT ?name (COUNT(*) AS ?times) { ?m casus:refersTo ${x} ; nif:anchorOf ?name } GROUP BY ?name ORDER BY DESC(?times) ?name LIMIT 24`),
    eventsOf({ about: id.slice(DATA.length) }),
  ]);
  const node = graph.get(id);
  if (!node) throw new Fault('There is nobody and nothing of this name in the store.');
  const of = (type) => [...graph.values()].filter((one) => one.is(type));
  const index = events.byId.get(id.slice(DATA.length));
  const rows = index === undefined ? new Int32Array() : events.about(index);
  const kinds = node.all('type').map(localName).filter((type) => type !== 'UnlinkedEntity').map(spaced);
  document.title = `${node.one('label')} · Casus`;
  const statements = of('TerritorialStatement');
  const offices = of('OfficeHolding');
  const words = of('Statement');

  replace(view, h('div.page', {},
    h('div.head', {}, h('span.type', {}, kinds.join(', ')), h('h1', {}, node.one('label') ?? localName(id)),
      h('p.lead', {}, [node.one('actorCode') && h('code', { title: 'CAMEO actor code' }, node.one('actorCode')), ...sameAs(node)]
        .filter(Boolean).flatMap((one, at) => (at ? [' · ', one] : [one])),
        node.is('UnlinkedEntity') && h('span.small', {}, 'known by its words alone: no Wikidata item')),
      names.length > 0 && h('p.small', {}, 'In the articles: ', names.map(({ name, times }, at) => [at ? ', ' : '', `“${name}”`, times > 1 && ` ×${times}`]))),
    h('div.columns', {},
      h('div.main', {},
        statements.length > 0 && h('section', {}, h('h2', {}, 'Whose land: control, claims and recognition'), lanes(graph, statements, id)),
        rows.length > 0 && overTime(events, rows),
        rows.length > 0 && eventList(events, rows, id, navigate),
        words.length > 0 && h('section', {}, h('h2', {}, `What ${node.one('label')} says`), words.map((one) => said(graph, one)))),
      h('aside', {},
        offices.length > 0 && officeTable(graph, offices, id),
        rows.length > 0 && network(events, rows, index, navigate),
        rows.length > 0 && whereabouts(events, rows, navigate),
        triples(node, graph)))));
}

/** Cooperation above the line, conflict below it. */
function overTime(events, rows) {
  const dated = rows.filter((row) => events.isDated(row));
  if (dated.length === 0) return null;
  const [low, high] = [events.when(dated.at(-1)), events.when(dated[0])];
  const [width, height, middle] = [640, 130, 60];
  const size = Math.max(1, Math.ceil((high - low + 1) / 60));
  const bins = new Map();
  for (const row of dated) {
    const at = Math.floor((events.when(row) - low) / size);
    const bin = bins.get(at) ?? {};
    bin[events.quad(row)] = (bin[events.quad(row)] ?? 0) + 1;
    bins.set(at, bin);
  }
  const sum = (bin, part) => QUADS.filter(([quad]) => quad.endsWith(part)).reduce((all, [quad]) => all + (bin[quad] ?? 0), 0);
  const most = Math.max(...[...bins.values()].flatMap((bin) => [sum(bin, 'Cooperation'), sum(bin, 'Conflict')]));
  const y = scaleLinear([0, most], [0, 50]);
  const x = scaleUtc([(low - size) * DAY, (high + 2 * size) * DAY], [10, width - 10]);
  const bars = [...bins].flatMap(([at, bin]) => {
    const offset = { Cooperation: 0, Conflict: 0 };
    return QUADS.filter(([quad]) => bin[quad]).map(([quad, words]) => {
      const side = quad.endsWith('Conflict') ? 'Conflict' : 'Cooperation';
      const tall = y(bin[quad]);
      const top = side === 'Conflict' ? middle + offset[side] : middle - offset[side] - tall;
      offset[side] += tall;
      const first = low + at * size;
      return svg('rect', { class: 'bar', 'data-quad': quad, x: x(first * DAY), width: Math.max(2, x((first + size) * DAY) - x(first * DAY) - 1), y: top, height: tall },
        svg('title', {}, `${dateWords(first)}: ${bin[quad]} ${words.toLowerCase()}`));
    });
  });
  return h('section', {}, h('h2', {}, 'Cooperation and conflict over time'),
    h('div.timeline', {}, svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${plural(dated.length, 'dated event')}, cooperation above the line and conflict below` },
      bars, svg('line', { class: 'axis', x1: 0, x2: width, y1: middle, y2: middle }),
      svg('text', { x: 4, y: 12 }, 'cooperation'), svg('text', { x: 4, y: 112 }, 'conflict'),
      x.ticks(6).map((tick) => svg('text', { x: x(tick), y: height - 4, 'text-anchor': 'middle' }, x.tickFormat()(tick))))));
}

function eventList(events, rows, id, navigate) {
  const list = new EventList(events, { label: 'Events' });
  list.element.classList.add('inset');
  list.element.style.height = `${Math.min(5, rows.length) * 74 + 2}px`;
  requestAnimationFrame(() => list.show(rows));
  return h('section', {}, h('h2', {}, plural(rows.length, 'event'), ' ',
    h('a.small', { href: `/?actor=${id.slice(DATA.length)}`, 'data-go': true }, 'Filter them')),
    events.size < events.found && h('p.small.extent', {}, events.extent), list.element);
}

function officeTable(graph, offices, id) {
  const row = (one) => {
    const other = one.one('person') === id ? one.one('officeOf') : one.one('person');
    const when = ['from', 'until', 'asOf'].filter((name) => one.one(name)).map((name) => `${{ from: 'from', until: 'until', asOf: 'as of' }[name]} ${one.one(name)}`).join(', ');
    return h('li', {}, h('b', {}, one.one('office')), other && [one.one('person') === id ? ' of ' : ': ', entityLink(graph, other)],
      h('div.small', {}, localName(one.one('standing') ?? '').toLowerCase(), when && ` · ${when}`),
      h('details.why', {}, h('summary', {}, 'Sentence'), h('blockquote', {}, graph.get(one.one('inSentence'))?.one('anchorOf')), why(one)));
  };
  return h('section', {}, h('h2', {}, 'Offices'), h('ul.plain', {}, [...offices].sort((a, b) => (a.one('asOf') ?? '').localeCompare(b.one('asOf') ?? '')).map(row)));
}

/** Who it dealt with most, as a graph; the same as a list for who cannot see it. */
function network(events, rows, index, navigate) {
  const others = new Map();
  for (const row of rows) {
    for (const other of [events.source[row], events.target[row]]) {
      if (other < 0 || other === index) continue;
      const tie = others.get(other) ?? { conflict: 0, cooperation: 0 };
      tie[events.quad(row).endsWith('Conflict') ? 'conflict' : 'cooperation']++;
      others.set(other, tie);
    }
  }
  if (others.size === 0) return null;
  const most = [...others].sort(([, a], [, b]) => b.conflict + b.cooperation - a.conflict - a.cooperation).slice(0, 18);
  const box = h('div.network', { 'aria-hidden': 'true' });
  drawNetwork(box, events, index, most, navigate);
  return h('section', {}, h('h2', {}, 'Counterparts'), box, h('ul.plain.tight', {}, most.slice(0, 10).map(([other, tie]) =>
    h('li', {}, h('a', { href: hrefOf(DATA + events.entities[other].id), 'data-go': true }, events.entities[other].label),
      h('span.small', {}, ` ${[tie.conflict && plural(tie.conflict, 'conflict'), tie.cooperation && `${tie.cooperation} cooperation`].filter(Boolean).join(', ')}`)))));
}

async function drawNetwork(box, events, index, most, navigate) {
  const { default: cytoscape } = await import('cytoscape');
  if (!box.isConnected) return;
  const colour = (name) => getComputedStyle(box).getPropertyValue(name).trim();
  const name = (at) => events.entities[at].label;
  const graph = cytoscape({
    container: box,
    elements: [{ data: { id: String(index), label: name(index) } },
      ...most.map(([other]) => ({ data: { id: String(other), label: name(other) } })),
      ...most.map(([other, tie]) => ({ data: { id: `e${other}`, source: String(index), target: String(other), weight: Math.min(8, 1 + Math.log2(tie.conflict + tie.cooperation)),
        colour: colour(tie.conflict > tie.cooperation ? '--MaterialConflict' : '--VerbalCooperation') } }))],
    layout: { name: 'concentric', concentric: (one) => (one.id() === String(index) ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 34, padding: 34, startAngle: 0.4 },
    style: [
      { selector: 'node', style: { label: 'data(label)', 'font-size': 10, color: colour('--ink'), 'background-color': colour('--soft'), width: 12, height: 12, 'text-wrap': 'ellipsis', 'text-max-width': 90, 'text-valign': 'bottom', 'text-margin-y': 3 } },
      { selector: `#${index}`, style: { 'background-color': colour('--accent'), width: 18, height: 18, 'font-weight': 700 } },
      { selector: 'edge', style: { width: 'data(weight)', 'line-color': 'data(colour)', opacity: 0.7 } },
    ],
    userZoomingEnabled: false,
    userPanningEnabled: false,
  });
  graph.on('tap', 'node', ({ target }) => navigate.go(hrefOf(DATA + events.entities[Number(target.id())].id)));
}

function whereabouts(events, rows, navigate) {
  if (!rows.some((row) => events.entity(events.place[row])?.point)) return null;
  const map = new EventMap(events, { label: 'Where its events happened', choosePlace: (place) => navigate.go(hrefOf(DATA + place)) });
  map.show(rows);
  return h('section', {}, h('h2', {}, 'Where'), h('div.smallmap', {}, map.element));
}

function said(graph, statement) {
  const sentence = graph.get(statement.one('inSentence'));
  const span = { begin: Number(statement.one('beginIndex')), end: Number(statement.one('endIndex')), role: 'said', title: statement.one('quoted') === 'true' ? 'in their words' : 'in the article’s words' };
  return h('article.account', {}, h('blockquote', {}, sentence ? marked(sentence.one('anchorOf'), Number(sentence.one('beginIndex')), [span]) : statement.one('anchorOf')),
    provenance(graph, statement));
}

