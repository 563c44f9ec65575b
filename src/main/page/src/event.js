import { append, h, replace } from './dom.js';
import { account, copyButton, entityLink, evidencePatterns, labelOf, sameAs, statusOf, time, triples } from './evidence.js';
import { eventsOf } from './events.js';
import { Fault, iri, nodes } from './graph.js';
import { EventMap } from './map.js';
import { parties, typeMark } from './list.js';
import { DATA, hrefOf, localName, onDay, plural, spaced, spanWords, STATUS_WORDS } from './words.js';

/** One event: what is told of it, on whose word, and where the accounts differ. */
export async function event(view, location) {
  const id = `https://w3id.org${location.pathname}`;
  const graph = await nodes([`BIND(${iri(id)} AS ?s)`,
    ...evidencePatterns(`?r casus:reports ${iri(id)} .`),
    `${iri(id)} casus:number|casus:source|casus:target|casus:place|casus:origin|casus:destination|casus:cameo|casus:mode|casus:context ?s`]);
  const node = graph.get(id);
  if (!node) throw new Fault('There is no such event in the store. It may have been put together anew since.');
  // Of a store of many events, those that it may be related to.
  const events = await eventsOf({ about: (node.one('source') ?? node.one('target') ?? node.one('place') ?? '').slice(DATA.length) });
  const reports = [...graph.values()].filter((one) => one.is('EventReport'))
    .sort((a, b) => published(graph, a).localeCompare(published(graph, b)));
  const row = events.id.indexOf(id.slice(DATA.length));
  document.title = `${title(graph, node)} · Casus`;

  replace(view, h('div.page', {},
    h('div.head', {}, row >= 0 && typeMark(events, row),
      h('h1', {}, headline(graph, node)),
      h('p.lead', {}, time(node), node.one('place') && [' · ', entityLink(graph, node.one('place'))],
        ' · ', attested(node)),
      h('p.tools', {}, copyButton('Copy as citation', () => citation(graph, node, reports)), copyButton('Copy IRI', id))),
    h('div.columns', {},
      h('div.main', {},
        differing(graph, node, reports),
        h('section', {}, h('h2', {}, plural(reports.length, 'account')), reports.map((report) => account(graph, report)))),
      h('aside', {},
        facts(graph, node),
        row >= 0 && placeMap(events, row),
        row >= 0 && related(events, row),
        triples(node, graph)))));
}

const published = (graph, report) => graph.get(report.one('inArticle'))?.one('datePublished') ?? '';
const typeWord = (node) => localName(node.one('eventType') ?? '').toLowerCase();

function headline(graph, node) {
  const [source, target] = [node.one('source'), node.one('target')];
  return [source ? entityLink(graph, source) : 'Somebody', target && h('span.to', { 'aria-label': 'to' }, ' → '), target && entityLink(graph, target)];
}

function title(graph, node) {
  return [node.one('source') ? labelOf(graph, node.one('source')) : 'Somebody', typeWord(node), node.one('target') ? labelOf(graph, node.one('target')) : '']
    .filter(Boolean).join(' ');
}

const attested = (node) => `${plural(Number(node.one('reportCount') ?? 1), 'report')} in ${plural(Number(node.one('articleCount') ?? 1), 'article')} of ${plural(Number(node.one('publisherCount') ?? 1), 'publisher')}`;

function citation(graph, node, reports) {
  const sources = reports.map((report) => {
    const article = graph.get(report.one('inArticle'));
    const sentence = graph.get(report.one('inSentence'))?.one('anchorOf');
    return `“${sentence}” ${[labelOf(graph, article?.one('publisher') ?? ''), article?.one('headline') && `“${article.one('headline')}”`,
      article?.one('datePublished') && onDay(article.one('datePublished')), article?.one('url')].filter(Boolean).join(', ')}`;
  });
  return `${title(graph, node)}, ${time(node)}. ${[...new Set(sources)].join('; ')}. ${node.id}`;
}

/** What the accounts tell differently, side by side. */
function differing(graph, node, reports) {
  const disputed = node.all('inDispute');
  if (disputed.length === 0) return null;
  const names = (report, property) => report.all(property).map((id) => labelOf(graph, id)).join(', ');
  const aspects = {
    whether: ['How it is told', (report) => STATUS_WORDS[statusOf(report)]],
    who: ['Who', (report) => names(report, 'source')],
    when: ['When', time],
    where: ['Where', (report) => names(report, 'place')],
  };
  const counted = (what) => [spaced(what), (report) => report.all('number').map((id) => graph.get(id))
    .filter((number) => number?.one('counts') === what).map((number) => number.one('words')).join(', ')];
  return h('section.differ', {}, h('h2', {}, 'Accounts differ'), disputed.map((aspect) => {
    const [words, value] = aspects[aspect] ?? counted(aspect);
    const told = Map.groupBy ? Map.groupBy(reports, value) : group(reports, value);
    return h('div.aspect', {}, h('h3', {}, words), h('div.sides', {}, [...told].filter(([version]) => version).map(([version, tellers]) =>
      h('div.side', {}, h('b', {}, version), h('p.small', {}, [...new Set(tellers.map((report) => teller(graph, report)))].join('; '))))));
  }));
}

function group(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

function teller(graph, report) {
  const [first] = report.all('voice').map((id) => graph.get(id)).filter(Boolean).sort((a, b) => Number(a.one('order')) - Number(b.one('order')));
  const article = graph.get(report.one('inArticle'));
  return first?.one('words') ?? labelOf(graph, article?.one('publisher') ?? article?.id ?? '');
}

function facts(graph, node) {
  const links = (property) => node.all(property).map((one, at) => [at ? ', ' : '', entityLink(graph, one), ' ', sameAs(graph.get(one)).map((link) => [' ', link])]);
  const concept = (property) => node.all(property).map((one) => graph.get(one)?.one('prefLabel') ?? localName(one)).join(', ');
  const rows = [
    ['Who', links('source')], ['To whom', links('target')], ['Where', links('place')], ['From', links('origin')], ['To', links('destination')],
    ['When', time(node)], ['Type', typeWord(node)], ['Manner', concept('mode')], ['Context', concept('context')],
    ['CAMEO', node.all('cameo').map((one) => `${localName(one)}${graph.get(one)?.one('prefLabel') ? ` ${graph.get(one).one('prefLabel')}` : ''}`).join(', ')],
    ['Numbers', node.all('number').map((id) => graph.get(id)).filter(Boolean).map((number) => h('div', {}, `${number.one('counts')}: ${number.one('words')}`))],
    ['First told', node.one('firstReported')], ['Last told', node.one('lastReported')],
  ].filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value));
  return h('dl.facts', {}, rows.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function placeMap(events, row) {
  if (!events.entity(events.place[row])?.point) return null;
  const map = new EventMap(events, { label: 'Where it happened' });
  map.show([row]);
  return h('div.smallmap', {}, map.element);
}

/** Others between the same two, or at the same place, nearest in time. */
function related(events, row) {
  const [source, target, place] = [events.source[row], events.target[row], events.place[row]];
  const score = (other) => (source >= 0 && (events.source[other] === source || events.target[other] === source) ? 2 : 0)
    + (target >= 0 && (events.target[other] === target || events.source[other] === target) ? 2 : 0)
    + (place >= 0 && events.place[other] === place ? 1 : 0);
  const near = [];
  for (const other of events.order) {
    if (other !== row && score(other) >= 3) near.push([score(other), Math.abs(events.when(other) - events.when(row)), other]);
  }
  near.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  if (near.length === 0) return null;
  return append(h('section', {}, h('h2', {}, 'Related events')), [h('ul.plain', {}, near.slice(0, 8).map(([, , other]) =>
    h('li', {}, h('a', { href: hrefOf(events.iri(other)), 'data-go': true }, typeMark(events, other), ' ', parties(events, other)),
      h('div.small', {}, spanWords(...events.days(other))))))]);
}
