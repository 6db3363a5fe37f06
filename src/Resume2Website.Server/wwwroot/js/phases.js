// The phases and their steps as a list that is kept up, not rebuilt.

import { element, reconcile, setText } from './dom.js';
import { stepsOf } from './journey.js';
import { duration, phaseWords } from './words.js';

const statusWords = {
  pending: 'to come',
  running: 'running',
  waiting: 'waiting',
  completed: 'done',
  failed: 'failed',
  skipped: 'not needed',
  cancelled: 'stopped',
};

export function renderPhases(list, state) {
  reconcile(list, [...state.phases].sort((one, other) => one.index - other.index), {
    key: (phase) => phase.name,
    create: () => element('li', { class: 'phase' }, row('phase-name'), element('ol', { class: 'steps' })),
    update: (item, phase) => {
      fillRow(item, phase, phaseWords(phase.name));
      renderSteps(item.querySelector('.steps'), state, phase);
    },
  });
}

function renderSteps(list, state, phase) {
  reconcile(list, stepsOf(state, phase.name), {
    key: (step) => step.id,
    create: (step) => element('li', { class: step.parentId === null ? 'step' : 'step part' },
      row('step-name'), element('p', { class: 'step-detail' })),
    update: (item, step) => {
      fillRow(item, step, step.name);
      setText(item.querySelector('.step-detail'), detailOf(step));
    },
  });
}

const row = (nameClass) => element('p', { class: 'row' },
  element('span', { class: 'marker', 'aria-hidden': 'true' }),
  element('span', { class: nameClass }),
  element('span', { class: 'visually-hidden state' }),
  element('span', { class: 'time' }));

function fillRow(item, { status, durationMs }, name) {
  item.dataset.status = status;
  const [, nameNode, stateNode, timeNode] = item.firstElementChild.children;
  setText(nameNode, name);
  setText(stateNode, `, ${statusWords[status] ?? status}`);
  setText(timeNode, durationMs === null || durationMs === undefined ? '' : duration(durationMs));
}

function detailOf(step) {
  if (step.status === 'failed') return step.error?.title ?? '';
  if (step.status === 'running' && step.attempt > 1) return `Trying again, attempt ${step.attempt}`;
  return step.detail ?? '';
}
