// What a person does to their design, as pure functions: (history, change) → history. It knows no page and no network.

/** A history of designs that can be undone and redone. */
export const historyOf = (design) => ({ past: [], present: design, future: [] });

export const canUndo = ({ past }) => past.length > 0;
export const canRedo = ({ future }) => future.length > 0;

const most = 100;

/** The design with some fields changed; a change that changes nothing leaves no trace. */
export function change(history, fields) {
  const next = { ...history.present, ...fields };
  if (same(next, history.present)) return history;
  return { past: [...history.past, history.present].slice(-most), present: next, future: [] };
}

export function undo(history) {
  if (!canUndo(history)) return history;
  return { past: history.past.slice(0, -1), present: history.past.at(-1), future: [history.present, ...history.future] };
}

export function redo(history) {
  if (!canRedo(history)) return history;
  return { past: [...history.past, history.present], present: history.future[0], future: history.future.slice(1) };
}

export const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Another template: its accents are its own, so the choice among them begins anew. */
export const withTemplate = (template) => ({ template, accent: null });

/** The order after a section went up (-1) or down (1) among the names as they stand. */
export function moved(names, name, step) {
  const from = names.indexOf(name);
  const to = from + step;
  if (from < 0 || to < 0 || to >= names.length) return names;
  const order = [...names];
  [order[from], order[to]] = [order[to], order[from]];
  return order;
}

/** The hidden sections after one was shown or hidden. */
export const hiding = (hidden, name, isShown) => (isShown ? hidden.filter((other) => other !== name) : [...hidden.filter((other) => other !== name), name]);

/** The headings after one was written; an empty one is the template's own again. */
export function titled(titles, name, text) {
  const { [name]: _, ...rest } = titles;
  const words = text.trim();
  return words ? { ...rest, [name]: words } : rest;
}

/** Sections in the order a person has given them: those they named first, then as the page has them. */
export function arranged(sections, order) {
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return sections.map((section, index) => ({ section, index }))
    .sort((a, b) => rank(a.section.name) - rank(b.section.name) || a.index - b.index)
    .map(({ section }) => section);
}

/** What of a design every look shows alike: when it changes, all thumbnails are looked at anew. */
export const beneathTheLook = ({ template, accent, ...rest }) => JSON.stringify(sorted(rest));

const longestWaitMs = 600_000;

/** How many milliseconds to wait before what was refused as too much at once is sent again; null for every other refusal. */
export function waitBefore(problem) {
  if (problem?.status !== 429) return null;
  const wait = problem.retry_after_ms > 0 ? problem.retry_after_ms : 60_000;
  return Math.min(Math.max(wait, 1_000), longestWaitMs);
}

/** A refusal in two sentences, for where there is room for no more: what it is, and what to do. */
export function refusalWords(problem) {
  const wait = waitBefore(problem);
  const advice = (problem.recovery_suggestions ?? []).find((suggestion) => !suggestion.automatic)?.text;
  const todo = wait === null ? advice ?? problem.message : `It is shown in about ${wait < 60_000 ? `${Math.ceil(wait / 1000)} s` : `${Math.ceil(wait / 60_000)} min`}.`;
  return [`${(problem.title ?? 'It cannot be shown').replace(/\.$/, '')}.`, todo || 'Change something, and it is tried again.'];
}

/** An address from a name: "Zoë van der Berg" → "zoe-van-der-berg"; empty when nothing of it can stand in one. */
export const slugOf = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).filter((key) => value[key] !== null && value[key] !== undefined).sort().map((key) => [key, sorted(value[key])]));
}
