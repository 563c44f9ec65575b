import { h, notice } from './dom.js';
import { dayOf, hrefOf, localName, onDay, spanWords, spaced, STATUS_WORDS } from './words.js';

/** What the views need of an event's reports: pass the pattern that binds ?r to them. */
export function evidencePatterns(reports) {
  return [
    `${reports} BIND(?r AS ?s)`,
    `${reports} ?r casus:inSentence|casus:trigger|casus:sourceMention|casus:targetMention|casus:placeMention|casus:number|casus:inArticle|casus:voice ?s`,
    `${reports} ?r casus:inArticle/schema:publisher ?s`,
    `${reports} ?r casus:source|casus:target|casus:place|casus:origin|casus:destination ?s`,
    `${reports} ?r casus:voice/prov:agent ?s`,
  ];
}

/** How a report tells it, as one word of STATUS_WORDS. */
export function statusOf(report) {
  if (report.one('polarity')?.endsWith('#Negative')) return 'denied';
  if (report.one('tense')?.endsWith('#Future')) return 'planned';
  return localName(report.one('certainty') ?? '#Certain').toLowerCase();
}

export const labelOf = (graph, id) => graph.get(id)?.one('label') ?? localName(id ?? '');

export function entityLink(graph, id) {
  return h('a', { href: hrefOf(id), 'data-go': true }, labelOf(graph, id));
}

export function time(report) {
  const [first, last] = ['firstDay', 'lastDay'].map((name) => report.one(name)).map((day) => (day ? dayOf(day) : null));
  return spanWords(first, last);
}

/** A sentence with the words marked that tell of the event. */
export function quote(graph, report) {
  const sentence = graph.get(report.one('inSentence'));
  if (!sentence) return h('blockquote', {}, '');
  const spans = [['trigger', 'trigger'], ['sourceMention', 'who'], ['targetMention', 'whom'], ['placeMention', 'where']]
    .flatMap(([property, role]) => report.all(property).map((id) => ({ node: graph.get(id), role })))
    .filter(({ node }) => node)
    .map(({ node, role }) => ({ begin: Number(node.one('beginIndex')), end: Number(node.one('endIndex')), role, title: { trigger: 'the act', who: 'who', whom: 'to whom', where: 'where' }[role] }));
  return h('blockquote', {}, marked(sentence.one('anchorOf') ?? '', Number(sentence.one('beginIndex')), spans));
}

/** Text with spans marked; of two that overlap the one that begins first, and of those the shorter, is drawn. */
export function marked(text, offset, spans) {
  const parts = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    const begin = span.begin - offset;
    const end = span.end - offset;
    if (begin < at || end > text.length || end <= begin) continue;
    parts.push(text.slice(at, begin), h(`mark.${span.role}`, { title: span.title, 'data-id': span.id ?? null,
      tabindex: span.choose ? 0 : null, role: span.choose ? 'button' : null, onclick: span.choose,
      onkeydown: span.choose && ((event) => event.key === 'Enter' && span.choose()) }, text.slice(begin, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** On whose word: from the speaker outward. */
export function voices(graph, report) {
  return report.all('voice').map((id) => graph.get(id)).filter(Boolean)
    .sort((a, b) => Number(a.one('order')) - Number(b.one('order')))
    .map((voice) => {
      const agent = voice.one('agent');
      const words = voice.one('words') ?? labelOf(graph, agent);
      return h('span.voice', {}, h('span.role', {}, localName(voice.one('hadRole') ?? '').toLowerCase()), ' ',
        agent ? h('a', { href: hrefOf(agent), 'data-go': true }, words) : words);
    });
}

/** Voices and the article that carries them, in one line. */
export function provenance(graph, node) {
  const article = graph.get(node.one('inArticle'));
  const said = voices(graph, node).flatMap((voice, at) => (at ? [' ‹ ', voice] : [voice]));
  return h('p.small', {}, said, article && [said.length > 0 && ' · ', h('a', { href: hrefOf(article.id), 'data-go': true }, article.one('headline') ?? article.one('identifier'))]);
}

/** One account: the sentence, who says so, and where it stands; "wrong?" tells the rule that fired. */
export function account(graph, report) {
  const article = graph.get(report.one('inArticle'));
  const status = statusOf(report);
  const numbers = report.all('number').map((id) => graph.get(id)).filter(Boolean);
  return h('article.account', { 'data-status': status },
    quote(graph, report),
    h('p.small', {}, h('span.status', { 'data-status': status }, STATUS_WORDS[status] ?? status), ' · ', time(report),
      numbers.map((number) => [' · ', h('b', {}, `${number.one('counts')}: ${number.one('words')}`)])),
    h('p.small', {}, voices(graph, report).flatMap((voice, at) => (at ? [' ‹ ', voice] : [voice]))),
    article && h('p.small', {}, h('a', { href: hrefOf(article.id), 'data-go': true }, article.one('headline') ?? article.one('identifier')),
      article.one('publisher') && [' · ', labelOf(graph, article.one('publisher'))],
      article.one('datePublished') && [' · published ', onDay(article.one('datePublished'))]),
    why(report));
}

export function why(node) {
  const rule = node.one('rule');
  return rule && h('details.why', {}, h('summary', {}, 'Wrong?'),
    h('p.small', {}, 'Drawn by the rule ', h('code', {}, rule),
      node.one('confidence') && `, with confidence ${Number(node.one('confidence')).toFixed(2)}`, '.'),
    h('p.small', {}, 'IRI ', h('code', {}, node.id), ' ', copyButton('Copy', node.id)));
}

export function copyButton(words, text) {
  return h('button.tiny', { type: 'button', onclick: async () => {
    const copied = typeof text === 'function' ? text() : text;
    try {
      await navigator.clipboard.writeText(copied);
      notice('Copied');
    } catch {
      // Browsers have no clipboard for pages that came over plain HTTP from another machine.
      prompt('To be copied by hand:', copied);
    }
  } }, words);
}

/** Links out, which open only when somebody follows them. */
export function sameAs(node) {
  const names = { 'wikidata.org': 'Wikidata', 'geonames.org': 'GeoNames' };
  return (node?.all('sameAs') ?? []).map((address) => h('a.out', { href: address, rel: 'noreferrer', target: '_blank' },
    `${Object.entries(names).find(([host]) => address.includes(host))?.[1] ?? 'same as'} ${localName(address.replace(/\/$/, ''))}`));
}

const nameOf = (node) => ['label', 'prefLabel', 'headline', 'anchorOf', 'identifier'].map((name) => node?.one(name)).find(Boolean);

/** What the graph holds about a subject, as a table, with the same in other forms. */
export function triples(node, graph = new Map()) {
  const path = hrefOf(node.id);
  const cell = (value) => (/^https?:/.test(value)
    ? h('a', value.startsWith('https://w3id.org/casus/') ? { href: hrefOf(value), 'data-go': value.includes('/data/') } : { href: value, rel: 'noreferrer' }, nameOf(graph.get(value)) ?? value.replace('https://w3id.org/casus/', ''))
    : value);
  return h('details.triples', {}, h('summary', {}, 'Its triples'),
    h('table', {}, h('tbody', {}, [...node.properties].sort(([a], [b]) => a.localeCompare(b)).map(([name, values]) =>
      h('tr', {}, h('th', { scope: 'row' }, spaced(name)), h('td', {}, values.map((value) => h('div', {}, cell(value)))))))),
    h('p.small', {}, 'As ', [['ttl', 'Turtle'], ['jsonld', 'JSON-LD'], ['nt', 'N-Triples'], ['rdf', 'RDF/XML']].flatMap(([format, words], at) =>
      [at ? ', ' : '', h('a', { href: `${path}?format=${format}` }, words)])));
}
