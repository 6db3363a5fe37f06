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
