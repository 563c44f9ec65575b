import { combobox } from './choose.js';
import { h, replace } from './dom.js';
import { fetchJson, fetchText, Fault } from './graph.js';
import { results } from './results.js';
import { PREFIXES } from './words.js';

const START = `${PREFIXES}
SELECT ?actor (COUNT(?event) AS ?events)
WHERE {
  ?event a casus:Event ; casus:source/rdfs:label ?actor .
}
GROUP BY ?actor
ORDER BY DESC(?events)
LIMIT 20
`;
const DOWNLOADS = [['csv', 'text/csv', 'CSV'], ['tsv', 'text/tab-separated-values', 'TSV'], ['json', 'application/sparql-results+json', 'JSON'], ['xml', 'application/sparql-results+xml', 'XML']];

/** Stored queries with forms for their parameters, and an editor for queries of one's own. */
export async function query(view, location, navigate) {
  document.title = 'Query · Casus';
  const [stored, { default: Yasqe }] = await Promise.all([fetchJson('/api/queries'), import('@triply/yasqe')]);
  const given = new URLSearchParams(location.search);
  let chosen = stored.find(({ name }) => name === given.get('name'));
  let running;

  const form = h('div.parameters');
  const about = h('div.about');
  const output = h('section.results', { 'aria-label': 'Results', 'aria-live': 'polite' });
  const run = h('button.primary', { type: 'button', onclick: () => ask() }, 'Run');
  const box = h('div.editor');
  const picker = h('nav.stored', { 'aria-label': 'Stored queries' });

  replace(view, h('div.querying', {},
    h('details.side', { open: matchMedia('(min-width: 900px)').matches }, h('summary', {}, 'Stored queries'), picker),
    h('div.work', {}, h('h1', {}, 'Query'), about, form, box, h('p.tools', {}, run, h('span.small', {}, 'Ctrl+Enter runs it')), output)));

  Yasqe.defaults.autocompleters = [];
  // Neither completes names from services elsewhere nor shares queries through them.
  const editor = new Yasqe(box, { persistenceId: null, createShareableLink: null, showQueryButton: false, resizeable: true, collapsePrefixesOnLoad: true, extraKeys: { 'Ctrl-Enter': () => ask(), 'Cmd-Enter': () => ask(), Tab: false, 'Shift-Tab': false } });
  editor.getInputField().setAttribute('aria-label', 'SPARQL query');
  // What is scrolled can be scrolled by keyboard too.
  editor.getScrollerElement().tabIndex = 0;
  editor.on('change', () => drawForm());
  drawPicker();
  if (chosen) choose(chosen);
  else editor.setValue(given.get('query') ?? START);
  if (chosen || given.has('query')) ask();

  function isStored() {
    return chosen && editor.getValue() === chosen.text;
  }

  function drawPicker() {
    const groups = new Map();
    for (const one of stored) {
      const [group] = one.name.split('/');
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
    replace(picker, combobox({ label: 'Find a stored query', placeholder: 'Find a query', suggest: (text) => stored
      .filter(({ name, summary }) => `${name} ${summary}`.toLowerCase().includes(text.toLowerCase())).slice(0, 10)
      .map((one) => ({ label: one.summary, note: one.name, take: () => choose(one, true) })) }),
    [...groups].map(([group, all]) => h('div', {}, h('h3', {}, group), h('ul.plain.tight', {}, all.map((one) => h('li', {},
      h('button.link', { type: 'button', title: one.name, 'aria-current': one === chosen ? 'true' : null, onclick: () => choose(one, true) }, one.summary)))))));
  }

  function choose(one, andRun) {
    chosen = one;
    editor.setValue(one.text);
    drawPicker();
    drawForm(true);
    if (andRun && one.parameters.every((parameter) => parameter.optional || parameter.fallback !== null)) ask();
  }

  function drawForm(anew) {
    const stands = isStored();
    replace(about, chosen && [h('h2', {}, chosen.summary), h('p.small', {}, stands ? [h('code', {}, chosen.name), chosen.description && ` ${chosen.description}`] : 'Changed: runs as it stands here, without the parameters.')]);
    if (anew) {
      const unique = [...new Map(chosen.parameters.map((parameter) => [parameter.name, parameter])).values()];
      replace(form, unique.map((parameter) => h('label', {}, parameter.name,
        h('input', { name: parameter.name, type: { 'xsd:date': 'date', 'xsd:integer': 'number' }[parameter.type] ?? 'text', value: given.get(`p-${parameter.name}`) ?? parameter.fallback ?? '',
          placeholder: parameter.type === 'iri' ? 'name, QID or IRI' : parameter.optional ? 'any' : '', onkeydown: (event) => event.key === 'Enter' && ask() }))));
    }
    form.hidden = !stands;
  }

  function request() {
    if (isStored()) {
      const values = new URLSearchParams([...form.querySelectorAll('input')].filter(({ value }) => value).map(({ name, value }) => [name, value]));
      return { address: (format) => `/api/queries/${chosen.name}?${new URLSearchParams([...values, ['format', format]])}`, options: () => ({}),
        state: `/query?${new URLSearchParams([['name', chosen.name], ...[...values].map(([name, value]) => [`p-${name}`, value])])}`.replaceAll('%2F', '/') };
    }
    const text = editor.getValue();
    return { address: () => '/sparql', state: `/query?${new URLSearchParams({ query: text })}`,
      options: (format) => ({ method: 'POST', headers: { 'Content-Type': 'application/sparql-query', Accept: DOWNLOADS.find(([name]) => name === format)[1] }, body: text }) };
  }

  async function ask() {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const asked = request();
    if (asked.state.length < 6000) navigate.replace(asked.state);
    replace(output, h('p.loading', {}, 'Running…'));
    try {
      const start = performance.now();
      const isGraph = !isStored() && /^\s*(CONSTRUCT|DESCRIBE)\b/im.test(editor.getValue().replace(/^\s*(#|PREFIX|BASE).*$/gim, ''));
      if (isGraph) {
        const text = await fetchText('/sparql', { method: 'POST', headers: { 'Content-Type': 'application/sparql-query', Accept: 'text/turtle' }, body: editor.getValue(), signal });
        replace(output, h('pre', {}, text), h('p.tools', {}, download('ttl', async () => text)));
        return;
      }
      const answer = await fetchJson(asked.address('json'), { ...asked.options('json'), signal });
      const seconds = ((performance.now() - start) / 1000).toFixed(2);
      replace(output, await results(answer, isStored() ? chosen : null, seconds, navigate),
        answer.boolean === undefined && h('p.tools', {}, 'Download ', DOWNLOADS.map(([format, , words]) => download(format, () => fetchText(asked.address(format), asked.options(format)), words))));
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      if (!(fault instanceof Fault)) throw fault;
      replace(output, h('div.fault', { role: 'alert' }, h('h2', {}, 'The query was not answered'), h('pre', {}, fault.message)));
    }
  }

  function download(format, content, words = format.toUpperCase()) {
    return h('button.tiny', { type: 'button', onclick: async () => {
      const address = URL.createObjectURL(new Blob([await content()]));
      h('a', { href: address, download: `${(isStored() ? chosen.name : 'query').replace('/', '-')}.${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } }, words);
  }
}
