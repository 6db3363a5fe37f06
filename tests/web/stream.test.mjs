import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { follow } from '../../src/Resume2Website.Server/wwwroot/js/stream.js';
import { read } from './transcript.mjs';

// Stands in for the browser's EventSource: the tests say what arrives and when it breaks.
class Source extends EventTarget {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSED = 2;
  static all = [];

  constructor(url) {
    super();
    this.url = url;
    this.readyState = Source.CONNECTING;
    Source.all.push(this);
  }

  open() {
    this.readyState = Source.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  send({ type, data }) {
    if (this.readyState === Source.CLOSED) return;
    this.dispatchEvent(Object.assign(new Event(type), { data: JSON.stringify(data) }));
  }

  fail({ forGood }) {
    this.readyState = forGood ? Source.CLOSED : Source.CONNECTING;
    this.dispatchEvent(new Event('error'));
  }

  close() {
    this.readyState = Source.CLOSED;
  }
}

const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;

let jobAnswer;
let waiting;
let seen;
let connections;
let stop;

const watch = () => {
  stop = follow('job 1', { onChange: (state) => seen.push(state), onConnection: (connection) => connections.push(connection) });
  return Source.all[0];
};

beforeEach(() => {
  waiting = null;
  Source.all = [];
  seen = [];
  connections = [];
  jobAnswer = () => new Response('{}', { status: 200 });
  globalThis.EventSource = Source;
  globalThis.fetch = async () => jobAnswer();
  globalThis.setTimeout = (then, ms) => { waiting = { then, ms }; };
  globalThis.clearTimeout = () => { waiting = null; };
});

after(() => Object.assign(globalThis, { setTimeout: realSetTimeout, clearTimeout: realClearTimeout }));

// Lets the promises that are under way come to their ends.
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
};

test('follow_WholeStream_EndsAndClosesWithTheTerminalEvent', () => {
  const source = watch();
  source.open();
  read('completed').forEach((event) => source.send(event));
  assert.equal(source.url, '/api/v1/sse/cv-processing/job%201');
  assert.equal(seen.at(-1).status, 'completed');
  assert.equal(source.readyState, Source.CLOSED);
  assert.deepEqual(connections, ['live']);
});

test('follow_StreamBreaksAfterTheEnd_DoesNotComeBack', async () => {
  const source = watch();
  source.open();
  read('failed').filter((event) => event.type !== 'stream_end').forEach((event) => source.send(event));
  source.fail({ forGood: false });
  await settled();
  assert.equal(seen.at(-1).status, 'failed');
  assert.equal(source.readyState, Source.CLOSED);
  assert.deepEqual(connections, ['live']);
});

test('follow_DeletedInTheMiddle_IsSaidAfterTheWorkWasStopped', () => {
  const source = watch();
  source.send(read('completed')[0]);
  source.send({ type: 'workflow_cancelled', data: { seq: 2, timestamp: '2026-11-23T09:14:03.000Z', reason: 'deleted', duration_ms: 4 } });
  source.send({ type: 'stream_end', data: { reason: 'deleted' } });
  assert.ok(seen.at(-1).deleted);
  assert.equal(source.readyState, Source.CLOSED);
});

test('follow_ConnectionDrops_SaysSoAndLeavesReconnectingToEventSource', async () => {
  const source = watch();
  source.open();
  source.fail({ forGood: false });
  await settled();
  assert.deepEqual(connections, ['live', 'reconnecting']);
  assert.equal(Source.all.length, 1);
  source.open();
  assert.equal(connections.at(-1), 'live');
});

test('follow_EventSourceGivesUp_OpensAgainAfterTheLastEvent', async () => {
  const source = watch();
  const events = read('completed');
  events.slice(0, 9).forEach((event) => source.send(event));
  jobAnswer = () => { throw new TypeError('refused'); };
  source.fail({ forGood: true });
  await settled();
  assert.equal(waiting.ms, 500);
  waiting.then();
  assert.equal(Source.all.length, 2);
  assert.equal(Source.all[1].url, '/api/v1/sse/cv-processing/job%201?last_event_id=9');
  events.forEach((event) => Source.all[1].send(event));
  assert.equal(seen.at(-1).status, 'completed');
  assert.deepEqual(seen.map((state) => state.lastSeq), [...new Set(seen.map((state) => state.lastSeq))]);
});

test('follow_JobIsNotThere_SaysMissingAndStops', async () => {
  const source = watch();
  jobAnswer = () => new Response('{"title":"Not found","status":404}', { status: 404 });
  source.fail({ forGood: true });
  await settled();
  assert.equal(waiting, null);
  assert.equal(connections.at(-1), 'missing');
  assert.equal(Source.all.length, 1);
});

test('follow_Stopped_NothingIsHeardOrOpenedAnyMore', async () => {
  const source = watch();
  stop();
  source.fail({ forGood: true });
  await settled();
  assert.equal(waiting, null);
  assert.deepEqual([seen, connections, Source.all.length], [[], [], 1]);
});
