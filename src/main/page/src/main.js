import '@triply/yasqe/build/yasqe.min.css';
import './style.css';
import { combobox, matching } from './choose.js';
import { append, h, replace } from './dom.js';
import { events } from './events.js';
import { Fault, select, string } from './graph.js';
import { overview } from './overview.js';
import { DATA, hrefOf, spaced } from './words.js';

const view = document.getElementById('view');

const navigate = {
  go(to) {
    history.pushState(null, '', to);
    show();
  },
  /** Changes the address without a step to go back to. */
  replace(to) {
    history.replaceState(null, '', to);
    address = addressed();
  },
};

/** The view for an address; each is fetched when it is first asked for. */
function viewOf(path) {
  if (path === '/') return overview;
  if (path === '/query') return async (...given) => (await import('./query.js')).query(...given);
  if (path.startsWith('/casus/data/event/')) return async (...given) => (await import('./event.js')).event(...given);
  if (path.startsWith('/casus/data/entity/')) return async (...given) => (await import('./entity.js')).entity(...given);
  if (/^\/casus\/data\/article\/[^/]+$/.test(path)) return async (...given) => (await import('./article.js')).article(...given);
  return async (...given) => (await import('./resource.js')).resource(...given);
}

let shown = 0;
/** What the view was made for; the rest of the address is a place in it. */
let address = '';
const addressed = () => location.pathname + location.search;
const target = () => document.getElementById(location.hash.slice(1));

async function show() {
  const mine = ++shown;
  address = addressed();
  const stage = h('div.stage');
  replace(view, h('p.loading', {}, 'Loading…'));
  document.title = 'Casus';
  for (const link of document.querySelectorAll('#top nav a')) {
    link.toggleAttribute('aria-current', link.pathname === location.pathname);
  }
  try {
    replace(view, stage);
    append(stage, [h('p.loading', {}, 'Loading…')]);
    await viewOf(location.pathname)(stage, location, navigate);
    // It was not there yet when the browser looked for it.
    if (mine === shown && target()) location.replace(location.hash);
  } catch (fault) {
    if (mine !== shown) return;
    // A part of the page that is not there any more means that the server is gone, or another.
    const gone = fault instanceof TypeError && /import|module/.test(fault.message);
    if (!(fault instanceof Fault) && !gone) console.error(fault);
    replace(view, h('div.fault', { role: 'alert' }, h('h1', {}, 'This cannot be shown'),
      h('p', {}, gone ? 'The server does not answer. Is casus serve still running?' : fault instanceof Fault ? fault.message : 'The page made a mistake.'),
      h('button', { type: 'button', onclick: show }, 'Try again')));
  }
}

/** Names of actors and places, then headlines, then the words themselves in any sentence. */
async function suggestions(text) {
  const table = await events();
  const named = matching(table, text, () => true, 7).map((one) => ({ label: one.label, note: spaced(one.kind),
    take: () => navigate.go(hrefOf(DATA + one.id)) }));
  const articles = text.length < 3 ? [] : await select(`SELECT ?article ?title { ?article a casus:Article ; schema:headline ?title
    FILTER(CONTAINS(LCASE(?title), ${string(text.toLowerCase())})) } LIMIT 4`).catch(() => []);
  return [...named, ...articles.map(({ article, title }) => ({ label: title, note: 'article', take: () => navigate.go(hrefOf(article)) })),
    { label: `Events whose sentences say “${text}”`, take: () => navigate.go(`/?q=${encodeURIComponent(text)}`) }];
}

function header() {
  append(document.getElementById('top'), [
    h('a.brand', { href: '/', 'data-go': true }, h('img', { src: '/page/icon.svg', alt: '', width: '24', height: '24' }), 'Casus'),
    h('div.find', { role: 'search' }, combobox({ label: 'Search actors, places, articles and sentences', placeholder: 'Search actors, places, sentences',
      suggest: suggestions, submit: (text) => navigate.go(text ? `/?q=${encodeURIComponent(text)}` : '/') })),
    h('nav', { 'aria-label': 'Views' }, h('a', { href: '/', 'data-go': true }, 'Events'), h('a', { href: '/query', 'data-go': true }, 'Query')),
  ]);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-go]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  navigate.go(link.getAttribute('href'));
  scrollTo(0, 0);
  view.focus({ preventScroll: true });
});
addEventListener('popstate', () => {
  if (addressed() !== address || (location.hash && !target())) show();
});
header();
show();
