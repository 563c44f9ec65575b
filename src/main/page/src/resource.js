import { h, replace } from './dom.js';
import { evidencePatterns, provenance, triples } from './evidence.js';
import { Fault, iri, nodes } from './graph.js';
import { localName, spaced } from './words.js';

/** Anything else that has an IRI: its triples, and of a claim the sentence, and on whose word it stands. */
export async function resource(view, location) {
  const id = `https://w3id.org${location.pathname}`;
  const term = location.hash ? id + location.hash : id;
  const graph = await nodes([...evidencePatterns(`BIND(${iri(term)} AS ?r)`),
    `${iri(term)} ?p ?s . FILTER(ISIRI(?s) && STRSTARTS(STR(?s), "https://w3id.org/casus/data/entity/"))`]);
  const node = graph.get(term);
  if (!node) throw new Fault(`Nothing in the store is called ${term}`);
  const name = node.one('label') ?? node.one('prefLabel') ?? node.one('anchorOf') ?? graph.get(node.one('inSentence'))?.one('anchorOf') ?? localName(id);
  document.title = `${name} · Casus`;
  const table = triples(node, graph);
  table.open = true;
  replace(view, h('div.page', {}, h('div.head', {}, h('span.type', {}, node.all('type').map((type) => spaced(localName(type))).join(', ')), h('h1', {}, name), h('p.small', {}, term), provenance(graph, node)), table));
}
