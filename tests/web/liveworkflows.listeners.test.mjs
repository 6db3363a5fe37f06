// A watch may last for days: whatever it hangs on its signals, it takes off again.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { watchWorkflow } from '../../clients/javascript/index.js';
import { Clock, events, problem, serve, stream } from './sse-server.mjs';

const { AbortController } = globalThis;
let signals;

// The signals that the module makes are its own: they are told by their makers.
beforeEach(() => {
  signals = new Set();
  globalThis.AbortController = class extends AbortController {
    constructor() {
      super();
      signals.add(this.signal);
    }
  };
});

afterEach(() => { globalThis.AbortController = AbortController; });

const listeners = () => {
  for (const signal of signals) if (signal.aborted) signals.delete(signal);
  return [...signals].reduce((sum, signal) => sum + getEventListeners(signal, 'abort').length, 0);
};

for (const [name, answer, pauses] of [
  ['StreamsThatEnd', (response, seq) => stream(response).end(events(seq, seq)), [1500, 1875]],
  ['AnswersOfABusyServer', (response) => problem(response, 503, { retry_after_ms: 30_000 }), [30_000, 37_500]],
]) {
  test(`watch_AThousand${name}_AddsNoListeners`, async () => {
    let asked = 0;
    const server = await serve((response) => answer(response, asked += 1));
    const clock = new Clock();
    const giveUp = new AbortController();
    const watching = watchWorkflow(server.url, { signal: giveUp.signal }, { fetch, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout });
    await clock.fire(...pauses);
    await clock.fire(...pauses);
    const before = listeners();
    for (let pause = 2; pause < 1000; pause += 1) await clock.fire(...pauses);
    assert.ok(before > 0);
    assert.ok(listeners() < before + 10, `${listeners()} listeners, and ${before} after two pauses`);
    assert.equal(getEventListeners(giveUp.signal, 'abort').length, 1);
    watching.close();
    assert.equal(getEventListeners(giveUp.signal, 'abort').length, 0);
    assert.equal(clock.timers.size, 0);
    await server.close();
  });
}
