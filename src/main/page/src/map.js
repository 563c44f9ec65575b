import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import Supercluster from 'supercluster';
import { feature, mesh } from 'topojson-client';
import { h } from './dom.js';
import { fetchJson } from './graph.js';
import { plural, QUADS } from './words.js';

/**
 * Borders that at least one side or a part of the world contests, by the names of world-atlas. They are dashed, whatever
 * side of them the shapes put a land on.
 */
const DISPUTED = [
  ['India', 'Pakistan'], ['India', 'China'], ['Siachen Glacier', '*'], ['Kosovo', '*'], ['Somaliland', '*'], ['N. Cyprus', '*'],
  ['W. Sahara', '*'], ['Palestine', '*'], ['Israel', 'Syria'], ['Israel', 'Lebanon'], ['Russia', 'Ukraine'], ['Sudan', 'S. Sudan'],
  ['Sudan', 'Egypt'], ['Armenia', 'Azerbaijan'], ['Kyrgyzstan', 'Tajikistan'], ['Bhutan', 'China'], ['Guyana', 'Venezuela'],
  ['Guyana', 'Suriname'], ['North Korea', 'South Korea'], ['Thailand', 'Cambodia'], ['Eritrea', 'Ethiopia'], ['Kenya', 'S. Sudan'],
];
let shapes;

function isDisputed(one, other) {
  const [a, b] = [one.properties.name, other.properties.name];
  return DISPUTED.some(([x, y]) => (x === a && (y === '*' || y === b)) || (x === b && (y === '*' || y === a)));
}

async function world() {
  shapes ??= fetchJson('/page/world.json').then((topology) => {
    const { countries, land } = topology.objects;
    return {
      land: feature(topology, land).features.map(({ geometry: { type, coordinates } }) => ({ type: 'Feature', properties: {},
        geometry: { type, coordinates: type === 'Polygon' ? coordinates.map(flat) : coordinates.map((rings) => rings.map(flat)) } })),
      borders: mesh(topology, countries, (a, b) => a !== b && !isDisputed(a, b)),
      disputed: mesh(topology, countries, (a, b) => a !== b && isDisputed(a, b)),
    };
  });
  return shapes;
}

/** A ring on a globe to one on a flat map: over 180 degrees it goes on, not back across the map; one around the pole ends there. */
function flat(ring) {
  let shift = 0;
  const line = ring.map(([lon, lat], at) => {
    const step = at === 0 ? 0 : lon - ring[at - 1][0];
    shift += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [lon + shift, lat];
  });
  if (shift !== 0) line.push([line.at(-1)[0], -90], [line[0][0], -90], line[0]);
  const lons = line.map(([lon]) => lon);
  const turns = Math.round((Math.min(...lons) + Math.max(...lons)) / 720);
  return line.map(([lon, lat]) => [lon - turns * 360, lat]);
}

/** Events by the place where they happened, on the shapes of the world; what lies close together is one circle. */
export class EventMap {
  constructor(events, { choosePlace, moved, label = 'Map of events' }) {
    this.events = events;
    this.choosePlace = choosePlace;
    this.element = h('div.map', { role: 'group', 'aria-label': label });
    this.moved = moved;
    this.fitted = false;
    requestAnimationFrame(() => this.begin());
  }

  async begin() {
    if (!this.element.isConnected || this.map) return;
    this.map = L.map(this.element, { attributionControl: false, preferCanvas: true, worldCopyJump: true, minZoom: 1, maxZoom: 9,
      zoomSnap: 0.5, maxBounds: [[-85, -220], [85, 220]] }).setView([25, 20], 1.5);
    this.marks = L.layerGroup().addTo(this.map);
    this.map.on('moveend', () => {
      this.draw();
      if (this.moving !== true) this.moved?.(this.box());
    });
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this.element);
    this.fit();
    this.draw();
    const drawn = await world().catch(() => null);
    if (drawn === null) {
      // The next map asks again; until then the events stand on the bare sea.
      shapes = undefined;
      return;
    }
    const { land, borders, disputed } = drawn;
    const style = getComputedStyle(this.element);
    const colour = (name) => style.getPropertyValue(name).trim();
    const canvas = L.canvas({ padding: 0.3 });
    const plain = { interactive: false, renderer: canvas };
    L.geoJSON(land, { ...plain, style: { stroke: true, weight: 0.6, color: colour('--border-land'), fillColor: colour('--land'), fillOpacity: 1 } }).addTo(this.map);
    L.geoJSON(borders, { ...plain, style: { weight: 0.7, color: colour('--border-land'), fill: false } }).addTo(this.map);
    L.geoJSON(disputed, { ...plain, style: { weight: 1.2, color: colour('--border-disputed'), dashArray: '3 3', fill: false } }).addTo(this.map);
    this.draw();
  }

  show(rows) {
    const { events } = this;
    const places = new Map();
    for (const row of rows) {
      const at = events.place[row];
      if (at < 0 || !events.entities[at].point) continue;
      if (!places.has(at)) places.set(at, { total: 0, quads: [0, 0, 0, 0] });
      const sums = places.get(at);
      sums.total++;
      sums.quads[QUADS.findIndex(([quad]) => quad === events.quad(row))]++;
    }
    this.placed = [...places].reduce((sum, [, { total }]) => sum + total, 0);
    this.index = new Supercluster({ radius: 44, maxZoom: 9,
      map: ({ total, quads }) => ({ total, quads: [...quads] }),
      reduce: (sum, one) => {
        sum.total += one.total;
        one.quads.forEach((count, at) => { sum.quads[at] += count; });
      } });
    this.points = [...places].map(([at, sums]) => ({ type: 'Feature', properties: { at, ...sums },
      geometry: { type: 'Point', coordinates: events.entities[at].point } }));
    this.index.load(this.points);
    if (!this.fitted) this.fit();
    this.draw();
  }

  /** Moves to what is shown, once. */
  fit() {
    if (!this.map || !this.points?.length || this.fitted) return;
    this.fitted = true;
    this.moving = true;
    const bounds = L.latLngBounds(this.points.map(({ geometry: { coordinates: [lon, lat] } }) => [lat, lon]));
    this.map.fitBounds(bounds.pad(0.25), { maxZoom: 6, animate: false });
    this.moving = false;
  }

  box() {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  draw() {
    if (!this.map || !this.index) return;
    this.marks.clearLayers();
    for (const cluster of this.index.getClusters([-180, -85, 180, 85], Math.floor(this.map.getZoom()))) {
      this.mark(cluster).addTo(this.marks);
    }
  }

  mark({ properties, geometry: { coordinates: [lon, lat] } }) {
    const one = properties.cluster ? null : this.events.entities[properties.at];
    const words = `${one ? one.label : 'Several places'}: ${plural(properties.total, 'event')}`;
    const size = 18 + Math.min(30, 7 * Math.log2(properties.total + 1));
    const most = properties.quads.indexOf(Math.max(...properties.quads));
    const icon = L.divIcon({ className: '', iconSize: [size, size],
      html: h('span.spot', { 'data-quad': QUADS[most]?.[0] ?? '' }, properties.total.toLocaleString('en')) });
    // The title of a marker is set as an attribute, so a name cannot become markup.
    const marker = L.marker([lat, lon], { icon, title: words, alt: words, keyboard: true });
    marker.on('click', () => {
      if (one) this.choosePlace?.(one.id);
      else this.map.setView([lat, lon], this.index.getClusterExpansionZoom(properties.cluster_id));
    });
    return marker;
  }
}
