import { scaleUtc } from 'd3-scale';
import { h, svg } from './dom.js';
import { entityLink, labelOf, provenance, why } from './evidence.js';
import { localName, spaced } from './words.js';

const KINDS = [['DeFactoRelation', 'Control'], ['ClaimRelation', 'Claim'], ['RecognitionRelation', 'Recognition'], ['TransferRelation', 'Transfer']];
const LANE = 26;

/**
 * Territorial statements as lanes on one time axis: control, claim, recognition and transfer apart, one lane for each
 * holder. A bound that nobody told fades out. Under it the sentences, each with its voice.
 */
export function lanes(graph, statements, id) {
  const sorted = KINDS.map(([kind, words]) => [words, statements.filter((one) => kindOf(graph, one) === kind)]).filter(([, all]) => all.length > 0);
  return h('div.lanes', {}, chart(graph, sorted, id), sorted.map(([words, all]) => h('div', {}, h('h3', {}, words), all.map((one) => telling(graph, one)))));
}

function kindOf(graph, statement) {
  const types = graph.get(statement.one('relation'))?.all('type') ?? [];
  return KINDS.map(([kind]) => kind).find((kind) => types.some((type) => type.endsWith(`#${kind}`))) ?? 'DeFactoRelation';
}

const date = (text, end) => {
  if (!text) return null;
  const [year, month, day] = text.split('-');
  if (day) return new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (month) return end ? new Date(Date.UTC(Number(year), Number(month), 0)) : new Date(`${text}-01T00:00:00Z`);
  return new Date(`${year}-${end ? '12-31' : '01-01'}T00:00:00Z`);
};

/** When it is said to begin and end; each may be known between two days, or not at all. */
function span(statement) {
  return {
    begin: date(statement.one('earliestFrom') ?? statement.one('from')),
    begun: date(statement.one('latestFrom') ?? statement.one('from'), true),
    ending: date(statement.one('earliestUntil') ?? statement.one('until')),
    end: date(statement.one('latestUntil') ?? statement.one('until'), true),
    on: date(statement.one('latestAsOf') ?? statement.one('asOf'), true),
  };
}

function chart(graph, sorted, id) {
  const spans = sorted.flatMap(([, all]) => all.map(span));
  const days = spans.flatMap((one) => Object.values(one)).filter(Boolean);
  if (days.length === 0) return h('p.small', {}, 'No statement tells a time.');
  const [low, high] = [new Date(Math.min(...days)), new Date(Math.max(...days))];
  const pad = Math.max(86_400_000 * 30, (high - low) * 0.08);
  const [width, left] = [760, 190];
  const x = scaleUtc([new Date(low - pad), new Date(Number(high) + pad)], [left, width - 8]);
  let top = 4;
  const marks = [];
  for (const [words, all] of sorted) {
    marks.push(svg('text', { class: 'lanekind', x: 0, y: top + 14 }, words));
    top += 20;
    for (const statement of all) {
      marks.push(...bar(graph, statement, x, top, left, width, id));
      top += LANE;
    }
  }
  return svg('svg', { viewBox: `0 0 ${width} ${top + 22}`, role: 'group', 'aria-label': 'Control, claims and recognition over time; the sentences below say the same' },
    x.ticks(7).map((tick) => svg('g', { class: 'tick' }, svg('line', { x1: x(tick), x2: x(tick), y1: 0, y2: top }),
      svg('text', { x: x(tick), y: top + 16, 'text-anchor': 'middle' }, x.tickFormat()(tick)))), marks);
}

function bar(graph, statement, x, top, left, width, id) {
  const { begin, begun, ending, end, on } = span(statement);
  const negative = statement.one('polarity')?.endsWith('#Negative');
  const parts = [svg('text', { x: 8, y: top + 15 }, clip(laneName(graph, statement, id), 28))];
  const link = (...children) => svg('a', { href: `#${anchor(statement)}` }, ...children);
  const shape = (from, to, sure) => svg('rect', { class: 'lane', 'data-kind': kindOf(graph, statement), 'data-sure': sure ? '' : null, 'data-negative': negative ? '' : null,
    x: x(from), width: Math.max(3, x(to) - x(from)), y: top + 3, height: 14, rx: 2 }, svg('title', {}, `${laneName(graph, statement, id)}: ${spaced(localName(statement.one('relation')))} ${whenWords(statement)}`));
  const first = begin ?? begun;
  const last = end ?? ending;
  if (first || last) {
    const [far, near] = x.domain();
    // What is certain is full; what lies between the bounds, or beyond a bound that nobody told, is pale.
    // A transfer is done at once; only when is open.
    const open = kindOf(graph, statement) === 'TransferRelation' ? begun : null;
    parts.push(link(shape(first ?? far, last ?? open ?? on ?? near, false)));
    const [sureFrom, sureTo] = [begun ?? on, ending ?? on];
    if (!open && sureFrom && sureTo && sureTo > sureFrom) parts.push(link(shape(sureFrom, sureTo, true)));
  }
  if (on) parts.push(link(svg('circle', { class: 'lane', 'data-kind': kindOf(graph, statement), 'data-sure': '', 'data-negative': negative ? '' : null, cx: x(on), cy: top + 10, r: 6 },
    svg('title', {}, `${laneName(graph, statement, id)}: said of ${on.toISOString().slice(0, 10)}`))));
  return parts;
}

const anchor = (statement) => `statement-${localName(statement.id)}`;
const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** On a territory's page its holder; on a holder's page the territory. */
function laneName(graph, statement, id) {
  const own = statement.one('territory') === id;
  const other = own ? statement.one('holder') : statement.one('territory');
  if (other) return labelOf(graph, other);
  const mention = graph.get(statement.one(own ? 'holderMention' : 'territoryMention'));
  return mention?.one('anchorOf') ?? spaced(localName(statement.one('relation')));
}

function whenWords(statement) {
  const bound = (exact, early, late) => statement.one(exact)
    ?? (statement.one(early) || statement.one(late) ? `${statement.one(early) ?? '…'} to ${statement.one(late) ?? '…'}` : null);
  const [from, until, on] = [bound('from', 'earliestFrom', 'latestFrom'), bound('until', 'earliestUntil', 'latestUntil'), bound('asOf', 'earliestAsOf', 'latestAsOf')];
  return [from && `from ${from}`, until && `until ${until}`, on && `as of ${on}`].filter(Boolean).join(', ') || 'at no told time';
}

function telling(graph, statement) {
  const entityOr = (property, words) => (statement.one(property) ? entityLink(graph, statement.one(property)) : graph.get(statement.one(`${property}Mention`))?.one('anchorOf') ?? words);
  return h('article.account', { id: anchor(statement) },
    h('p', {}, entityOr('holder', ''), ' ', h('b', {}, spaced(localName(statement.one('relation')))), ' ', entityOr('territory', ''),
      statement.one('polarity')?.endsWith('#Negative') && h('span.status', { 'data-status': 'denied' }, ' denied'),
      statement.one('recognisedBy') && [' · recognised by ', entityLink(graph, statement.one('recognisedBy'))],
      statement.one('statedBy') && [' · stated by ', entityLink(graph, statement.one('statedBy'))], h('span.small', {}, ` · ${whenWords(statement)}`)),
    h('blockquote', {}, graph.get(statement.one('inSentence'))?.one('anchorOf')),
    provenance(graph, statement),
    why(statement));
}
