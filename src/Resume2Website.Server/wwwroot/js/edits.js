// What a person does to the texts of their résumé, as pure functions: (résumé, pointer, …) → résumé. It knows no page and no network.

/** The résumé with another text at a JSON pointer, be there one or not. */
export function withText(resume, pointer, text) {
  const parts = partsOf(pointer);
  const written = changed(resume, parts, () => text);
  // Whoever writes an end has said whether it goes on.
  return isEnd(parts) ? changed(written, parts.slice(0, 2), ({ 'x-ongoing': _, ...entry }) => entry) : written;
}

/** The résumé without the text at a JSON pointer; an entry of which nothing is left goes with it. */
export function withoutText(resume, pointer) {
  const parts = partsOf(pointer);
  const without = changed(resume, parts, () => undefined);
  const entry = parts.slice(0, 2);
  const left = valueAt(without, entry);
  // An end that is left out is not known; it does not mean that it goes on.
  if (!goesOn.has(parts[0]) || !isEnd(parts) || !left?.startDate) return without;
  return changed(without, entry, () => ({ ...left, 'x-ongoing': false }));
}

/** The text, or whatever else there is, at a JSON pointer; undefined where there is nothing. */
export const textAt = (resume, pointer) => valueAt(resume, partsOf(pointer));

const prose = new Set(['summary', 'x-summary', 'description', 'reference', 'highlights', 'lines']);
const goesOn = new Set(['work', 'volunteer', 'projects']);
const dates = new Set(['startDate', 'endDate', 'date', 'releaseDate']);

/** What is written for an end that is not there yet; the server takes it, and its like in other languages, as no end. */
export const present = 'present';

/** Whether a text is one that may have several lines. */
export const isProse = (pointer) => prose.has(fieldOf(pointer));

/** What is to be known before a text is written; empty where it goes without saying. */
export function hintFor(pointer) {
  const field = fieldOf(pointer);
  if (dates.has(field)) {
    const end = pointer.startsWith('/education/') ? ' Write "present" where it goes on; without an end it is taken to go on.' : ' Write "present" where it goes on.';
    return `A year, a month or a day: 2019, 2019-03 or 2019-03-15.${field === 'endDate' ? end : ''}`;
  }
  return field === 'url' ? 'The whole address, with https://.' : '';
}

const isEnd = (parts) => parts.length === 3 && parts[2] === 'endDate';

const partsOf = (pointer) => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const valueAt = (node, parts) => parts.reduce((found, part) => found?.[part], node);

const fieldOf = (pointer) => partsOf(pointer).findLast((part) => !/^\d+$/.test(part)) ?? '';

function changed(node, [part, ...rest], change) {
  if (part === undefined) return change(node);
  if (Array.isArray(node)) {
    const item = changed(node[part], rest, change);
    const index = Number(part);
    return isEmpty(item) ? node.filter((_, other) => other !== index) : node.with(index, item);
  }
  const { [part]: before, ...others } = node;
  const member = changed(before, rest, change);
  // A list stays where it was, be it empty; the order of the others is kept.
  if (member === undefined) return others;
  return before === undefined ? { ...others, [part]: member } : Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === part ? member : value]));
}

const isEmpty = (node) => node === undefined
  || (node !== null && typeof node === 'object' && Object.values(node).every((value) => isEmpty(value) || typeof value === 'boolean'));
