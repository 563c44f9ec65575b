import { fetchJson } from './graph.js';
import { DATA, dayOf, isoOf, plural } from './words.js';

const NONE = -1;
const UNDATED = -2147483648;
const KEPT = 4;
const loading = new Map();

/** The latest events, fetched once for a state of the store and kept by columns: all, unless the store holds many. */
export function events() {
  return fetched('');
}

/**
 * The events of a choice where the store holds more than the latest that a page takes; else all.
 *
 * @param choice any of `from` and `to`, days such as 2020-09-27, and `about`, what follows DATA in an actor's or place's IRI
 */
export async function eventsOf(choice) {
  const latest = await events();
  return latest.isWhole ? latest : fetched(choiceKey(choice));
}

export function choiceKey(choice) {
  return new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
}

function fetched(key) {
  if (!loading.has(key)) {
    const answer = fetchJson(`/api/events${key && `?${key}`}`).then((columns) => new Events(columns, key));
    answer.catch(() => loading.delete(key));
    loading.set(key, answer);
    // Each takes some megabytes; that of the latest stays.
    [...loading.keys()].filter((one) => one !== '').slice(0, -KEPT).forEach((one) => loading.delete(one));
  }
  return loading.get(key);
}

const ints = (cells, missing) => Int32Array.from(cells, (cell) => cell ?? missing);

class Events {
  constructor({ types, quads, statuses, classes, found, total, months, events: columns, entities }, key) {
    this.key = key;
    this.found = found;
    this.total = total;
    /** Where all events of the store are in time, by the first day of each month; absent where all are here. */
    this.months = months;
    this.types = types;
    this.quads = quads;
    this.statuses = statuses;
    this.id = columns.id;
    this.size = columns.id.length;
    this.type = ints(columns.type, NONE);
    this.source = ints(columns.source, NONE);
    this.target = ints(columns.target, NONE);
    this.place = ints(columns.place, NONE);
    this.first = ints(columns.first, UNDATED);
    this.last = ints(columns.last, UNDATED);
    this.reports = ints(columns.reports, 1);
    this.sources = ints(columns.sources, 1);
    this.disputed = ints(columns.disputed, 0);
    this.status = ints(columns.status, 0);
    this.entities = entities.id.map((id, index) => ({
      index,
      id,
      label: entities.label[index],
      kind: entities.class[index] == null ? '' : classes[entities.class[index]],
      point: entities.point[index],
    }));
    this.byId = new Map(entities.id.map((id, index) => [id, index]));
    // Newest first; an undated event goes last.
    this.order = Int32Array.from({ length: this.size }, (_, row) => row)
      .sort((a, b) => this.when(b) - this.when(a) || a - b);
  }

  /** Whether the store holds no others. */
  get isWhole() {
    return this.size === this.total;
  }

  /** Which events these are, where the store holds others; null where it does not. */
  get extent() {
    if (this.isWhole) return null;
    const all = `${this.total.toLocaleString('en')} events`;
    if (this.key === '') return `The latest ${this.size.toLocaleString('en')} of ${all}: choose days, an actor or a place to see others.`;
    return this.size < this.found
      ? `The latest ${this.size.toLocaleString('en')} of ${plural(this.found, 'event')} of this choice; the store holds ${all}.`
      : `All ${plural(this.size, 'event')} of this choice; the store holds ${all}.`;
  }

  /** The day to sort and draw by. */
  when(row) {
    return this.first[row] !== UNDATED ? this.first[row] : this.last[row];
  }

  isDated(row) {
    return this.when(row) !== UNDATED;
  }

  days(row) {
    return [this.first[row], this.last[row]].map((day) => (day === UNDATED ? null : day));
  }

  iri(row) {
    return DATA + this.id[row];
  }

  entity(index) {
    return index === NONE ? undefined : this.entities[index];
  }

  typeName(row) {
    return this.types[this.type[row]] ?? '?';
  }

  quad(row) {
    return this.quads[this.type[row]] ?? '';
  }

  statusNames(row) {
    return this.statuses.filter((_, bit) => this.status[row] & (1 << bit));
  }

  /** In how many events each entity is. */
  frequency() {
    if (!this.frequencies) {
      this.frequencies = new Uint32Array(this.entities.length);
      for (const column of [this.source, this.target, this.place]) {
        for (const index of column) if (index !== NONE) this.frequencies[index]++;
      }
    }
    return this.frequencies;
  }

  /** Rows in which an entity is a party or the place. */
  about(index) {
    return this.order.filter((row) => this.source[row] === index || this.target[row] === index || this.place[row] === index);
  }
}

/** What the address bar says should be shown. */
export class Filter {
  constructor(search = '') {
    const given = new URLSearchParams(search);
    const list = (name) => (given.get(name) ?? '').split(',').filter(Boolean);
    this.type = new Set(list('type'));
    this.status = new Set(list('status'));
    this.actor = list('actor');
    this.place = list('place');
    this.role = given.get('role') ?? 'any';
    this.from = given.get('from') ?? '';
    this.to = given.get('to') ?? '';
    this.sources = Number(given.get('sources') ?? 1) || 1;
    this.disputed = given.get('disputed') === '1';
    this.box = list('box').map(Number);
    this.words = given.get('q') ?? '';
  }

  get search() {
    const kept = new URLSearchParams();
    const put = (name, value) => value && kept.set(name, value);
    put('q', this.words);
    put('type', [...this.type].join(','));
    put('status', [...this.status].join(','));
    put('actor', this.actor.join(','));
    put('role', this.role === 'any' ? '' : this.role);
    put('place', this.place.join(','));
    put('from', this.from);
    put('to', this.to);
    put('sources', this.sources > 1 ? String(this.sources) : '');
    put('disputed', this.disputed ? '1' : '');
    put('box', this.box.length === 4 ? this.box.map((edge) => edge.toFixed(2)).join(',') : '');
    const text = kept.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
    return text ? `?${text}` : '';
  }

  get isEmpty() {
    return this.search === '';
  }

  /** What the server can choose by; of several actors and places the page takes those that it has. */
  get choice() {
    const about = [...this.actor, ...this.place];
    return { from: this.from, to: this.to, about: about.length === 1 ? about[0] : '' };
  }
}

const FACETS = { type: 1, status: 2, actor: 4, place: 8, time: 16, sources: 32, disputed: 64, box: 128, words: 256 };

/**
 * The rows that pass a filter, newest first, and what each choice of a facet would show if the others stay as they are.
 *
 * @param found rows that hold the words looked for, or null for all
 */
export function passing(events, filter, found) {
  const types = new Set(events.types.flatMap((name, index) => (filter.type.has(name) ? [index] : [])));
  const bits = events.statuses.reduce((all, name, bit) => all | (filter.status.has(name) ? 1 << bit : 0), 0);
  const actors = new Set(filter.actor.map((id) => events.byId.get(id) ?? -2));
  const places = new Set(filter.place.map((id) => events.byId.get(id) ?? -2));
  const from = filter.from ? dayOf(filter.from) : -Infinity;
  const to = filter.to ? dayOf(filter.to) : Infinity;
  const timed = filter.from || filter.to;
  const inBox = filter.box.length === 4 ? events.entities.map(({ point }) => point && inside(point, filter.box)) : null;
  const rows = [];
  const counts = {
    type: new Uint32Array(events.types.length),
    status: new Uint32Array(events.statuses.length),
    sources: new Map(),
    disputed: 0,
  };
  const beyondTime = [];
  const beyondBox = [];
  for (const row of events.order) {
    let fails = 0;
    if (types.size > 0 && !types.has(events.type[row])) fails |= FACETS.type;
    if (bits !== 0 && (events.status[row] & bits) === 0) fails |= FACETS.status;
    if (actors.size > 0 && !hasActor(events, row, actors, filter.role)) fails |= FACETS.actor;
    if (places.size > 0 && !places.has(events.place[row])) fails |= FACETS.place;
    if (timed && !within(events, row, from, to)) fails |= FACETS.time;
    if (events.sources[row] < filter.sources) fails |= FACETS.sources;
    if (filter.disputed && events.disputed[row] === 0) fails |= FACETS.disputed;
    if (inBox !== null && !inBox[events.place[row]]) fails |= FACETS.box;
    if (found !== null && !found.has(row)) fails |= FACETS.words;
    if (fails === 0) rows.push(row);
    if ((fails & ~FACETS.type) === 0) counts.type[events.type[row]]++;
    if ((fails & ~FACETS.status) === 0) countBits(counts.status, events.status[row]);
    if ((fails & ~FACETS.disputed) === 0 && events.disputed[row] > 0) counts.disputed++;
    if ((fails & ~FACETS.time) === 0) beyondTime.push(row);
    if ((fails & ~FACETS.box) === 0) beyondBox.push(row);
  }
  return { rows: Int32Array.from(rows), counts, beyondTime, beyondBox };
}

function hasActor(events, row, actors, role) {
  return (role !== 'target' && actors.has(events.source[row])) || (role !== 'source' && actors.has(events.target[row]));
}

function within(events, row, from, to) {
  if (!events.isDated(row)) return false;
  const [first, last] = events.days(row);
  // An event told only as "by" a day is drawn, and so filtered, at that day.
  return (last ?? first) >= from && (first ?? last) <= to;
}

function inside([lon, lat], [west, south, east, north]) {
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

function countBits(counts, bits) {
  for (let bit = 0; bit < counts.length; bit++) if (bits & (1 << bit)) counts[bit]++;
}

export { UNDATED, NONE, isoOf };
