export const DATA = 'https://w3id.org/casus/data/';
export const CASUS = 'https://w3id.org/casus/ontology#';
export const PREFIXES = `PREFIX casus: <https://w3id.org/casus/ontology#>
PREFIX plover: <https://w3id.org/casus/plover#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

export const QUADS = [
  ['MaterialConflict', 'Material conflict'],
  ['VerbalConflict', 'Verbal conflict'],
  ['VerbalCooperation', 'Verbal cooperation'],
  ['MaterialCooperation', 'Material cooperation'],
];

export const STATUS_WORDS = {
  certain: 'told as certain',
  probable: 'told as probable',
  possible: 'told as possible',
  denied: 'denied',
  planned: 'planned or feared',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

export const dayOf = (iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

export function dateWords(day) {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The day of a date, or of a moment. */
export const onDay = (iso) => dateWords(dayOf(iso.slice(0, 10)));

/** A span of days in as few words as are true; a bound that nobody told stays open. */
export function spanWords(first, last) {
  if (first == null && last == null) return 'undated';
  if (first == null) return `by ${dateWords(last)}`;
  if (last == null) return `from ${dateWords(first)}`;
  if (first === last) return dateWords(first);
  const [a, b] = [new Date(first * DAY), new Date(last * DAY)];
  const wholeMonths = a.getUTCDate() === 1 && new Date(b.getTime() + DAY).getUTCDate() === 1;
  if (wholeMonths && a.getUTCMonth() === 0 && b.getUTCMonth() === 11) {
    return a.getUTCFullYear() === b.getUTCFullYear() ? `${a.getUTCFullYear()}` : `${a.getUTCFullYear()} to ${b.getUTCFullYear()}`;
  }
  if (wholeMonths && a.getUTCFullYear() === b.getUTCFullYear() && a.getUTCMonth() === b.getUTCMonth()) {
    return `${MONTHS[a.getUTCMonth()]} ${a.getUTCFullYear()}`;
  }
  return `${dateWords(first)} to ${dateWords(last)}`;
}

/** The address here of an IRI of the graph; other IRIs stay what they are. */
export function hrefOf(iri) {
  return iri.startsWith('https://w3id.org/casus/') ? iri.slice('https://w3id.org'.length) : iri;
}

export const localName = (iri) => iri.replace(/^.*[#/]/, '');
export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
/** A CamelCase name as words: ArmedGroup, armed group. */
export const spaced = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
