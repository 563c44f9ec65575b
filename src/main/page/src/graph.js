import { PREFIXES } from './words.js';

/** What went wrong, in the server's own words. */
export class Fault extends Error {}

async function sent(request) {
  let response;
  try {
    response = await request;
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Fault('The server does not answer. Is casus serve still running?');
  }
  if (!response.ok) {
    const text = (await response.text()).trim();
    throw new Fault(text.startsWith('<') || text === '' ? `The server says ${response.status}.` : text);
  }
  return response;
}

export const fetchJson = async (address, options) => (await sent(fetch(address, options))).json();
export const fetchText = async (address, options) => (await sent(fetch(address, options))).text();

/** The rows of a SELECT, each an object of strings; an unbound variable is undefined. */
export async function select(query, signal) {
  const answer = await fetchJson('/sparql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json' },
    body: PREFIXES + query,
    signal,
  });
  return answer.results.bindings.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
}

/** An IRI for a query; what could end it early is refused by encoding. */
export const iri = (value) => `<${value.replace(/[<>"{}|^`\\\u0000-\u0020]/g, encodeURIComponent)}>`;
export const string = (value) => `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;

/**
 * Some of the graph by subject: what each of the patterns binds to ?s, with all its properties. The nodes have
 * `one(property)` and `all(property)`. Patterns have ?property and ?value not.
 */
export async function nodes(patterns) {
  const unions = patterns.map((pattern) => `{ ${pattern} }`).join(' UNION ');
  const rows = await select(`SELECT DISTINCT ?s ?property ?value { ${unions} ?s ?property ?value }`);
  const graph = new Map();
  for (const { s, property, value } of rows) {
    if (!graph.has(s)) graph.set(s, new Resource(s));
    graph.get(s).add(property, value);
  }
  return graph;
}

class Resource {
  properties = new Map();

  constructor(id) {
    this.id = id;
  }

  add(property, value) {
    const name = property.replace(/^.*[#/]/, '');
    if (!this.properties.has(name)) this.properties.set(name, []);
    this.properties.get(name).push(value);
  }

  all(name) {
    return this.properties.get(name) ?? [];
  }

  one(name) {
    return this.all(name)[0];
  }

  is(type) {
    return this.all('type').some((one) => one.endsWith(`#${type}`));
  }
}
