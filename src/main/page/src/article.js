import { h, replace } from './dom.js';
import { entityLink, evidencePatterns, labelOf, marked, statusOf, time, triples, voices, why } from './evidence.js';
import { Fault, iri, nodes } from './graph.js';
import { hrefOf, localName, onDay, spaced, STATUS_WORDS } from './words.js';

/** An article's text as the store has it, with what was drawn from each sentence marked and set beside it. */
export async function article(view, location) {
  const id = `https://w3id.org${location.pathname}`;
  const x = iri(id);
  const graph = await nodes([
    `BIND(${x} AS ?s)`, `${x} schema:publisher ?s`,
    `?s nif:referenceContext ${x}`,
    `?s casus:inArticle ${x}`,
    `?m nif:referenceContext ${x} ; casus:refersTo ?s`,
    `?c casus:inArticle ${x} ; casus:voice|casus:relation|casus:territory|casus:holder|casus:person|casus:officeOf|casus:number ?s`,
    `?c casus:inArticle ${x} ; casus:voice/prov:agent ?s`,
    ...evidencePatterns(`?r casus:inArticle ${x} ; a casus:EventReport .`).slice(3),
  ]);
  const node = graph.get(id);
  if (!node) throw new Fault('There is no such article in the store.');
  const of = (type) => [...graph.values()].filter((one) => one.is(type));
  const begin = (one) => Number(one.one('beginIndex'));
  const sentences = of('Sentence').sort((a, b) => begin(a) - begin(b));
  const taken = [...of('EventReport'), ...of('TerritorialStatement'), ...of('OfficeHolding'), ...of('Statement'), ...of('RelationStatement')];
  const bySentence = new Map();
  for (const one of taken) {
    for (const sentence of one.all('inSentence')) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), one]);
  }
  const mentions = of('Mention');
  const triggers = new Map(of('EventReport').flatMap((report) => report.all('trigger').map((trigger) => [trigger, report])));
  document.title = `${node.one('headline') ?? node.one('identifier')} · Casus`;

  const spansIn = (sentence) => {
    const [from, to] = [begin(sentence), Number(sentence.one('endIndex'))];
    const within = (one) => begin(one) >= from && Number(one.one('endIndex')) <= to;
    const acts = [...triggers].map(([trigger, report]) => [graph.get(trigger), report]).filter(([one]) => one && within(one)).map(([one, report]) => ({
      begin: begin(one), end: Number(one.one('endIndex')), role: 'trigger', title: localName(report.one('eventType')).toLowerCase(),
      choose: () => document.getElementById(anchor(report))?.scrollIntoView({ behavior: 'smooth', block: 'center' }) }));
    const names = mentions.filter((one) => within(one) && one.one('surfaceForm')).map((one) => {
      // The name in the phrase, not all of the phrase.
      const at = (one.one('anchorOf') ?? '').indexOf(one.one('surfaceForm'));
      const start = begin(one) + Math.max(0, at);
      return { begin: start, end: at < 0 ? Number(one.one('endIndex')) : start + one.one('surfaceForm').length, role: 'name', title: labelOf(graph, one.one('refersTo')) };
    });
    return [...acts, ...names];
  };

  replace(view, h('div.page.wide', {},
    h('div.head', {}, h('span.type', {}, 'ARTICLE'), h('h1', {}, node.one('headline') ?? node.one('identifier')),
      h('p.lead', {}, [node.one('publisher') && entityLink(graph, node.one('publisher')), node.one('datePublished') && `published ${onDay(node.one('datePublished'))}`,
        node.one('identifier'), node.one('url') && h('a', /^https?:/.test(node.one('url')) ? { href: node.one('url'), rel: 'noreferrer', target: '_blank' } : {}, 'original')]
        .filter(Boolean).flatMap((one, at) => (at ? [' · ', one] : [one]))),
      h('p.legend.small', {}, h('mark.trigger', {}, 'an act'), ' ', h('mark.name', {}, 'a name that was linked'), ' Only sentences are kept, not headings between them.')),
    h('div.reading', {}, sentences.map((sentence) => h('div.read', {},
      h('p.text', {}, marked(sentence.one('anchorOf') ?? '', begin(sentence), spansIn(sentence))),
      h('div.taken', {}, (bySentence.get(sentence.id) ?? []).map((one) => drawn(graph, one))))),
      sentences.length === 0 && h('p.empty', {}, 'Nothing was taken from this article.')),
    triples(node, graph)));
}

const anchor = (node) => `drawn-${localName(node.id)}`;

function drawn(graph, one) {
  const party = (property) => (one.one(property) ? entityLink(graph, one.one(property)) : graph.get(one.one(`${property}Mention`))?.one('anchorOf'));
  let head;
  if (one.is('EventReport')) {
    const status = statusOf(one);
    head = [h('a.type', { href: hrefOf(one.one('reports') ?? one.id), 'data-go': true }, localName(one.one('eventType'))), ' ', party('source') ?? 'somebody',
      party('target') && [' → ', party('target')], h('span.small', {}, ` · ${STATUS_WORDS[status]} · ${time(one)}`)];
  } else if (one.is('TerritorialStatement')) {
    head = [h('span.type', {}, 'TERRITORY'), ' ', party('holder'), ' ', spaced(localName(one.one('relation'))), ' ', party('territory')];
  } else if (one.is('OfficeHolding')) {
    head = [h('span.type', {}, 'OFFICE'), ' ', party('person'), ': ', one.one('office'), party('officeOf') && [' of ', party('officeOf')]];
  } else if (one.is('Statement')) {
    head = [h('span.type', {}, 'SAYS'), ' ', voices(graph, one).flatMap((voice, at) => (at ? [' ‹ ', voice] : [voice])), ': ', h('q', {}, one.one('anchorOf'))];
  } else {
    head = [h('span.type', {}, 'RELATION'), ' ', party('subject'), ' ', spaced(localName(one.one('predicate') ?? '')), ' ', party('object')];
  }
  return h('div.drawn', { id: anchor(one) }, h('div', {}, head),
    one.is('EventReport') && h('div.small', {}, voices(graph, one).flatMap((voice, at) => (at ? [' ‹ ', voice] : [voice]))), why(one));
}
