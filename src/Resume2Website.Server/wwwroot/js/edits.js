// What a person does to the texts of their résumé, as pure functions: (résumé, pointer, …) → résumé. It knows no page and no network.

/** The résumé with another text at a JSON pointer. */
export const withText = (resume, pointer, text) => changed(resume, partsOf(pointer), () => text);

/** The résumé without the text at a JSON pointer; an entry of which nothing is left goes with it. */
export function withoutText(resume, pointer) {
  const parts = partsOf(pointer);
  const without = changed(resume, parts, () => undefined);
  const entry = parts.slice(0, 2);
  const left = valueAt(without, entry);
  // An end that is left out is not known; it does not mean that it goes on.
  if (!goesOn.has(parts[0]) || parts.length !== 3 || parts[2] !== 'endDate' || !left?.startDate) return without;
  return changed(without, entry, () => ({ ...left, 'x-ongoing': false }));
}

/** The text at a JSON pointer; undefined where there is none. */
export const textAt = (resume, pointer) => valueAt(resume, partsOf(pointer));

const prose = new Set(['summary', 'x-summary', 'description', 'reference', 'highlights', 'lines']);
const goesOn = new Set(['work', 'volunteer', 'projects']);
const dates = new Set(['startDate', 'endDate', 'date', 'releaseDate']);

/** Whether a text is one that may have several lines. */
export const isProse = (pointer) => prose.has(fieldOf(pointer));

/** What is to be known before a text is written; empty where it goes without saying. */
export function hintFor(pointer) {
  const field = fieldOf(pointer);
  if (dates.has(field)) return `A year, a month or a day: 2019, 2019-03 or 2019-03-15.${field === 'endDate' ? ' Write "present" where it goes on.' : ''}`;
  return field === 'url' ? 'The whole address, with https://.' : '';
}

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
  return member === undefined ? others : Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === part ? member : value]));
}

const isEmpty = (node) => node === undefined
  || (node !== null && typeof node === 'object' && Object.values(node).every((value) => isEmpty(value) || typeof value === 'boolean'));
