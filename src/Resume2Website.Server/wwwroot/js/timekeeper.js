// The running clock. It only ever shows time that has really passed: what the events say, plus the local clock since the last of them.

import { byId, setText } from './dom.js';
import { elapsedMs, isOver, queuedMs, remainingMs } from './journey.js';
import { clock, duration, remaining } from './words.js';

const tickMs = 100;
// A wait that is worth a word.
const longWaitMs = 1000;

export function createTimekeeper() {
  const place = byId('overall-time');
  let state = null;
  let heardAt = 0;
  let timer = 0;

  const show = () => {
    const since = performance.now() - heardAt;
    const elapsed = elapsedMs(state, since);
    if (elapsed === null) {
      setText(place, '');
      return;
    }
    const left = remaining(remainingMs(state, since));
    const waited = queuedMs(state) > longWaitMs ? `, after a wait of ${duration(queuedMs(state))}` : '';
    const usual = !left && !isOver(state) && state.estimatedDurationMs ? `usually ${duration(state.estimatedDurationMs)}` : '';
    setText(place, [`${isOver(state) ? duration(elapsed) : clock(elapsed)}${waited}`, left || usual].filter(Boolean).join(' · '));
  };

  const stop = () => {
    clearInterval(timer);
    timer = 0;
  };

  return {
    hear(next) {
      if (next.lastEventAt !== state?.lastEventAt) heardAt = performance.now();
      state = next;
      show();
      if (isOver(state)) stop();
      else if (timer === 0) timer = setInterval(show, tickMs);
    },
    stop,
  };
}
