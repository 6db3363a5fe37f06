// Several tabs of one browser: locks as the standard has them, and Node's own BroadcastChannel.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { watchWorkflow } from '../../clients/javascript/index.js';
import { Clock, events, serve, stream } from './sse-server.mjs';

let server;
let streams;
let locks;
let tabs;

class Locks {
  #queue = [];

  request(name, { signal }, callback) {
    return new Promise((resolve, reject) => {
      const entry = { run: async () => resolve(await callback()) };
      signal.addEventListener('abort', () => {
        if (this.#queue[0] === entry) return;
        this.#queue = this.#queue.filter((other) => other !== entry);
        reject(signal.reason);
      });
      this.#queue.push(entry);
      if (this.#queue.length === 1) this.#next();
    });
  }

  async #next() {
    if (this.#queue.length === 0) return;
    await this.#queue[0].run();
    this.#queue.shift();
    this.#next();
  }
}

const openTab = (options = {}, environment = {}) => {
  const page = new EventTarget();
  const clock = new Clock();
  const seen = [];
  const watching = watchWorkflow(server.url, { onEvent: ({ seq }) => seen.push(seq), ...options }, {
    fetch, BroadcastChannel, document: {}, navigator: { locks }, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout,
    addEventListener: page.addEventListener.bind(page), ...environment,
  });
  const saw = async (count) => { while (seen.length < count) await once(watching, '*'); };
  const tab = { watching, seen, saw, clock, page };
  tabs.push(tab);
  return tab;
};

beforeEach(async () => {
  [streams, tabs] = [[], []];
  locks = new Locks();
  server = await serve((response) => streams.push(stream(response)));
});

afterEach(async () => {
  for (const { watching } of tabs) watching.close();
  await server.close();
});

test('tabs_OnOneUrl_ShareOneStreamAndSeeTheSame', async () => {
  const first = openTab();
  await server.asked(1);
  streams[0].write(events(1, 3));
  await first.saw(3);
  const second = openTab();
  await second.saw(3);
  assert.equal(server.requests.length, 1);
  streams[0].end(events(4, 4, true));
  assert.equal((await first.watching.finished).reason, 'completed');
  assert.equal((await second.watching.finished).reason, 'completed');
  assert.deepEqual(second.seen, [1, 2, 3, 4, 5, undefined]);
  assert.deepEqual(first.seen, second.seen);
});

test('tab_ThatHoldsTheStream_Goes_AnotherGoesOnBehindTheLastEvent', async () => {
  const first = openTab();
  const second = openTab();
  await server.asked(1);
  streams[0].write(events(1, 2));
  await Promise.all([first.saw(2), second.saw(2)]);
  first.watching.close();
  assert.equal((await server.asked(2)).query.get('last_event_id'), '2');
  streams[1].end(events(3, 3, true));
  assert.equal((await second.watching.finished).reason, 'completed');
  assert.deepEqual(second.seen, [1, 2, 3, 4, undefined]);
  assert.deepEqual(first.seen, [1, 2]);
});

test('tab_ThatComesTooLateForTheKeptEvents_StreamsByItself', async () => {
  const first = openTab({ keptEvents: 2 });
  await server.asked(1);
  streams[0].write(events(1, 5));
  await first.saw(5);
  const second = openTab();
  assert.equal((await server.asked(2)).query.get('last_event_id'), null);
  streams[1].end(events(1, 5, true));
  assert.equal((await second.watching.finished).reason, 'completed');
  assert.deepEqual(second.seen, [1, 2, 3, 4, 5, 6, undefined]);
});

test('tab_ThatHearsNothingOfTheOther_StreamsByItself', async () => {
  const first = openTab();
  await server.asked(1);
  streams[0].write(events(1, 1));
  await first.saw(1);
  const second = openTab();
  await second.saw(1);
  await second.clock.fire(45_000);
  assert.equal((await server.asked(2)).query.get('last_event_id'), '1');
  streams[1].end(events(2, 2, true));
  assert.equal((await second.watching.finished).reason, 'completed');
  assert.equal(first.watching.connection, 'live');
});

test('tab_ThatIsToldNotToShare_HasAStreamOfItsOwn', async () => {
  openTab();
  openTab({ share: false });
  await server.asked(2);
});

test('tab_ThatIsLeftAndKept_HoldsNothingAndGoesOnWhenItComesBack', async () => {
  const first = openTab();
  const second = openTab();
  await server.asked(1);
  streams[0].write(events(1, 2));
  await Promise.all([first.saw(2), second.saw(2)]);
  const left = once(streams[0], 'close');
  first.page.dispatchEvent(new Event('pagehide'));
  await left;
  assert.equal(first.clock.timers.size, 0);
  assert.equal((await server.asked(2)).query.get('last_event_id'), '2');
  streams[1].write(events(3, 4));
  await second.saw(4);
  assert.deepEqual(first.seen, [1, 2]);

  first.page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await first.saw(4);
  assert.equal(server.requests.length, 2);
  streams[1].end(events(5, 5, true));
  for (const { watching, seen } of [first, second]) {
    assert.equal((await watching.finished).reason, 'completed');
    assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, undefined]);
  }
});

test('tab_ThatIsRefusedLocks_StreamsByItselfAtOnce', async () => {
  const refusing = { request: () => Promise.reject(new DOMException('Access to the Locks API is denied.', 'SecurityError')) };
  const tab = openTab({}, { navigator: { locks: refusing } });
  await server.asked(1);
  streams[0].end(events(1, 1, true));
  assert.equal((await tab.watching.finished).reason, 'completed');
});
