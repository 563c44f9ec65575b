import { combobox, matching } from './choose.js';
import { h, replace } from './dom.js';
import { choiceKey, events as load, eventsOf, Filter, passing } from './events.js';
import { select, string } from './graph.js';
import { EventList } from './list.js';
import { EventMap } from './map.js';
import { Timeline } from './timeline.js';
import { DATA, dayOf, isoOf, plural, QUADS, spaced, STATUS_WORDS } from './words.js';

/** A map, a timeline and a list of the same events, and the filters that choose them; the address bar holds the state. */
export async function overview(view, location, navigate) {
  const latest = await load();
  const events = await eventsOf(new Filter(location.search).choice);
  if (!view.isConnected) return;
  const filter = new Filter(location.search);
  // Chosen anew while these were fetched.
  if (!isOf(events, filter)) return overview(view, location, navigate);
  let found = null;
  const tally = h('h1.tally', { 'aria-live': 'polite' });
  const extent = events.extent && h('p.small.extent', {}, events.extent);
  const rail = h('div.facets');
  const list = new EventList(events, { label: 'Events, newest first' });
  const chips = h('div.chips');
  let follow = filter.box.length === 4;
  const map = new EventMap(events, {
    choosePlace: (id) => change(() => { filter.place = [id]; }),
    moved: (box) => follow && change(() => { filter.box = box; }),
  });
  const timeline = new Timeline(events, { choose: (from, to) => change(() => {
    filter.from = from === null ? '' : isoOf(from);
    filter.to = to === null ? '' : isoOf(to);
  }) });
  const unplaced = h('p.small.unplaced');
  const byBox = h('label.toggle', {}, h('input', { type: 'checkbox', checked: follow, onchange: (event) => {
    follow = event.target.checked;
    change(() => { filter.box = follow ? map.box() : []; });
  } }), ' Only what the map shows');

  replace(view, h('div.overview', {},
    h('details.rail', { open: matchMedia('(min-width: 900px)').matches }, h('summary', {}, 'Filters'), rail),
    h('section.middle', { 'aria-label': 'Map and timeline' },
      h('div.mapbox', {}, map.element, h('div.overmap', {}, byBox, unplaced)), timeline.element),
    h('section.right', { 'aria-label': 'List' }, tally, extent, chips, list.element)));
  document.title = 'Events · Casus';

  function change(act) {
    act();
    navigate.replace(`/${filter.search}`);
    if (isOf(events, filter)) draw();
    else again();
  }

  /** Another choice needs other events from the server. */
  async function again() {
    const focused = document.activeElement?.dataset?.key;
    replace(tally, 'Loading…');
    try {
      await overview(view, location, navigate);
      if (focused) view.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    } catch (fault) {
      replace(tally, fault.message);
    }
  }

  function draw() {
    const start = performance.now();
    const { rows, counts, beyondTime, beyondBox } = passing(events, filter, found);
    replace(tally, rows.length === events.size ? plural(events.size, 'event')
      : [rows.length.toLocaleString('en'), h('span.of', {}, ` of ${plural(events.size, 'event')}`)]);
    replace(chips, chosen());
    list.show(rows);
    timeline.show(filter.from || filter.to ? Int32Array.from(beyondTime) : rows,
      filter.from ? dayOf(filter.from) : null, filter.to ? dayOf(filter.to) : null);
    map.show(follow ? beyondBox : rows);
    const missing = (follow ? beyondBox : rows).length - map.placed;
    unplaced.textContent = missing > 0 ? `${plural(missing, 'event')} without a place on the map` : '';
    drawFacets(counts);
    performance.measure('filter', { start, end: performance.now() });
  }

  function chosen() {
    const chip = (words, drop) => h('button.chip', { type: 'button', title: `Remove: ${words}`, onclick: () => change(drop) }, words, h('span', { 'aria-hidden': 'true' }, ' ×'));
    const name = (id) => (events.entities[events.byId.get(id)] ?? latest.entities[latest.byId.get(id)])?.label ?? id;
    const without = (list, id) => list.filter((one) => one !== id);
    const all = [
      filter.words && chip(`“${filter.words}”`, () => { filter.words = ''; found = null; }),
      ...filter.actor.map((id) => chip(`${{ any: 'Actor', source: 'By', target: 'To' }[filter.role] ?? 'Actor'}: ${name(id)}`, () => { filter.actor = without(filter.actor, id); })),
      ...filter.place.map((id) => chip(`At: ${name(id)}`, () => { filter.place = without(filter.place, id); })),
      (filter.from || filter.to) && chip(`${filter.from || '…'} to ${filter.to || '…'}`, () => { filter.from = ''; filter.to = ''; }),
    ].filter(Boolean);
    if (!filter.isEmpty) {
      all.push(h('button.chip.clear', { type: 'button', onclick: () => {
        follow = false;
        byBox.firstChild.checked = false;
        navigate.go('/');
      } }, 'Clear all'));
    }
    return all;
  }

  function drawFacets(counts) {
    const focused = document.activeElement?.dataset?.key;
    replace(rail, typeFacet(counts), statusFacet(counts), actorFacet(), placeFacet(), timeFacet(), sourceFacet(counts));
    if (focused) rail.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function check(key, words, count, set, most) {
    return h('label.check', { 'data-none': count === 0 && !set.has(key) ? '' : null },
      h('input', { type: 'checkbox', checked: set.has(key), 'data-key': key, onchange: (event) => change(() =>
        (event.target.checked ? set.add(key) : set.delete(key))) }),
      h('span.word', {}, words), h('span.count', {}, count.toLocaleString('en')),
      h('span.bar', { style: { width: `calc((100% - 20px) * ${most ? count / most : 0})` } }));
  }

  function typeFacet(counts) {
    const most = Math.max(...counts.type);
    return h('fieldset', {}, h('legend', {}, 'What happened'), QUADS.map(([quad, words]) => {
      const types = events.types.map((name, index) => ({ name, index })).filter(({ index }) => events.quads[index] === quad)
        .sort((a, b) => counts.type[b.index] - counts.type[a.index] || a.name.localeCompare(b.name));
      return types.length > 0 && h('div.quad', { 'data-quad': quad, role: 'group', 'aria-label': words }, h('div.quadname', {}, words),
        types.map(({ name, index }) => check(name, name.toLowerCase(), counts.type[index], filter.type, most)));
    }));
  }

  function statusFacet(counts) {
    const most = Math.max(...counts.status);
    return h('fieldset', {}, h('legend', {}, 'How it is told'),
      events.statuses.map((name, bit) => check(name, STATUS_WORDS[name], counts.status[bit], filter.status, most)),
      h('label.check', { 'data-none': counts.disputed === 0 && !filter.disputed ? '' : null }, h('input', { type: 'checkbox', checked: filter.disputed, 'data-key': 'disputed',
        onchange: (event) => change(() => { filter.disputed = event.target.checked; }) }),
        h('span.word', {}, 'accounts differ'), h('span.count', {}, counts.disputed.toLocaleString('en'))));
  }

  function actorFacet() {
    const roles = [['any', 'either side'], ['source', 'who did it'], ['target', 'whom it was done to']];
    return h('fieldset', {}, h('legend', {}, 'Actor'), combobox({ label: 'Actor', placeholder: 'Name of an actor',
      suggest: (text) => matching(latest, text, () => true).map((one) => ({ label: one.label, note: spaced(one.kind),
        take: () => change(() => { filter.actor = [...new Set([...filter.actor, one.id])]; }) })) }),
      h('select', { 'aria-label': 'Role of the actor', 'data-key': 'role', onchange: (event) => change(() => { filter.role = event.target.value; }) },
        roles.map(([value, words]) => h('option', { value, selected: filter.role === value }, words))));
  }

  function placeFacet() {
    return h('fieldset', {}, h('legend', {}, 'Place'), combobox({ label: 'Place', placeholder: 'Name of a place',
      suggest: (text) => matching(latest, text, (one) => one.point || isPlace(one)).map((one) => ({ label: one.label, note: spaced(one.kind),
        take: () => change(() => { filter.place = [...new Set([...filter.place, one.id])]; }) })) }));
  }

  function timeFacet() {
    const field = (key, words) => h('label.date', {}, words, h('input', { type: 'date', value: filter[key], 'data-key': key,
      onchange: (event) => change(() => { filter[key] = event.target.value; }) }));
    return h('fieldset', {}, h('legend', {}, 'Time'), h('div.dates', {}, field('from', 'From'), field('to', 'To')));
  }

  function sourceFacet() {
    return h('fieldset', {}, h('legend', {}, 'Independent sources'),
      h('div.segments', { role: 'group', 'aria-label': 'At least so many independent sources' }, [1, 2, 3, 5].map((least) =>
        h('button', { type: 'button', 'aria-pressed': String(filter.sources === least), 'data-key': `sources-${least}`,
          onclick: () => change(() => { filter.sources = least; }) }, least === 1 ? 'any' : `${least}+`))));
  }

  if (filter.words) found = await rowsWith(events, filter.words);
  draw();
}

/** Whether a filter can be applied to these events, or the server has others that it lets pass. */
const isOf = (events, filter) => events.isWhole || choiceKey(filter.choice) === events.key;

function isPlace(entity) {
  return ['Country', 'State', 'Region', 'City', 'Place', 'Corridor', 'Sea', 'DisputedTerritory', 'Territory'].includes(entity.kind);
}

/** Rows with a sentence that holds these words, in whatever form; the last may still be in the making. */
async function rowsWith(events, words) {
  const rowOf = new Map(events.id.map((id, row) => [DATA + id, row]));
  const terms = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = terms.pop();
  const query = [...terms.map((term) => `+${term}`), `+(${last} ${last}*)`].join(' ');
  const found = last === undefined ? [] : await select(`SELECT DISTINCT ?event {
    ?sentence <http://jena.apache.org/text#query> (${string(query)} 1000000) .
    ?report casus:inSentence ?sentence ; casus:reports ?event }`);
  return new Set(found.map(({ event }) => rowOf.get(event)));
}
