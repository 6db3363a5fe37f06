// The thumbnails of the templates: the site as each would show it, or in words why it cannot and what to do.

import { getLook } from './api.js';
import { refusalWords, waitBefore } from './design.js';
import { element } from './dom.js';

/** A template to choose, with an empty thumbnail. */
export function createLook(name, title, onChosen) {
  const input = element('input', { type: 'radio', name: 'template', value: name, 'aria-labelledby': `look-${name}`, 'aria-describedby': `look-${name}-refused` });
  input.addEventListener('change', onChosen);
  return element('label', { class: 'look' }, input,
    element('span', { class: 'thumb', 'aria-hidden': 'true' }),
    element('span', { id: `look-${name}`, class: 'look-name' }, title),
    element('span', { id: `look-${name}-refused`, class: 'look-refused' }));
}

/** Shows in a thumbnail what is at an address; `key` says what that is, so that nothing is asked for twice and nothing old comes in late. */
export async function showLook(look, key, url, title) {
  if (look.dataset.look === key) return;
  look.dataset.look = key;
  let problem = null;
  try {
    // Asked for first, for a frame would show whatever comes, and tell nobody. The server still knows it when the frame asks.
    await getLook(url);
  } catch (error) {
    problem = error.problem ?? {};
  }
  if (!look.isConnected || look.dataset.look !== key) return;
  look.querySelector('.look-refused').replaceChildren(...(problem ? refusalWords(problem).flatMap((words) => [element('span', {}, words), ' ']) : []));
  // A new frame, for one that goes elsewhere would be a step in the browser's history.
  look.querySelector('.thumb').replaceChildren(...(problem ? [] : [element('iframe', { src: url, sandbox: '', tabindex: '-1', referrerpolicy: 'no-referrer', title })]));
  if (!problem) return;
  const again = () => {
    if (look.dataset.look === key) delete look.dataset.look;
  };
  const wait = waitBefore(problem);
  if (wait === null) {
    // The next change looks again.
    again();
    return;
  }
  setTimeout(() => {
    if (!look.isConnected || look.dataset.look !== key) return;
    again();
    showLook(look, key, url, title);
  }, wait);
}
