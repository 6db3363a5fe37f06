// What went wrong, as a block: title, sentence, what to do, and the code in small print.

import { element } from './dom.js';

/** Fills `place` with a problem, whether it came as a problem+json (`detail`) or in an event (`message`). Extra nodes follow as actions. */
export function showProblem(place, problem, ...actions) {
  const advice = (problem.recovery_suggestions ?? []).filter((suggestion) => !suggestion.automatic);
  place.replaceChildren(element('div', { class: 'problem' },
    ...(problem.title ? [element('p', { class: 'problem-title' }, problem.title)] : []),
    ...[problem.message ?? problem.detail].filter(Boolean).map((text) => element('p', {}, text)),
    ...(advice.length === 0 ? [] : [element('ul', { class: 'advice' }, ...advice.map(({ text }) => element('li', {}, text)))]),
    ...(actions.length === 0 ? [] : [element('div', { class: 'actions' }, ...actions)]),
    ...(problem.code ? [element('p', { class: 'code' }, 'Code ', element('code', {}, problem.code))] : []),
  ));
}

export const clearProblem = (place) => place.replaceChildren();

const contentRefusals = new Set([400, 409, 413, 422]);

/** Whether a problem is about what was written, and not about when, by whom, or over which connection it was sent. */
export const isAboutContent = (problem) => contentRefusals.has(problem?.status);

/** Marks a field as refused, and has the reason read out with it; what described it before still does. */
export function markRefused(field, place) {
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', [...new Set([...describers(field), place.id])].join(' '));
}

/** Takes back what `markRefused` said of a field. */
export function unmarkRefused(field, place) {
  field.removeAttribute('aria-invalid');
  field.setAttribute('aria-describedby', describers(field).filter((id) => id !== place.id).join(' '));
}

const describers = (field) => (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
