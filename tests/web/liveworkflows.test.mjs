import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { createSseParser, watchWorkflow, WorkflowError } from '../../clients/javascript/index.js';
import { Clock, events, frame, problem, serve, stream } from './sse-server.mjs';

let server;
let clock;
let seen;
let connections;
let watches;

const watch = (options = {}, environment = {}) => {
  const watching = watchWorkflow(server.url, {
    onEvent: ({ seq }) => seen.push(seq), onConnection: (connection) => connections.push(connection), ...options,
  }, { fetch, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, ...environment });
  watches.push(watching);
  return watching;
};

const numbers = (to) => Array.from({ length: to }, (_, index) => index + 1);

beforeEach(() => {
  clock = new Clock();
  [seen, connections, watches] = [[], [], []];
});

afterEach(async () => {
  for (const watching of watches) watching.close();
  await server?.close();
  server = undefined;
});

test('parser_AnyPiecesAndLineEnds_GivesTheSameFrames', () => {
  const text = ': comment\r\nid: 1\r\nevent: log\r\ndata: {"a":\r\ndata:1}\r\n\r\nretry: 700\rdata\rdata:  two\r\rid: 3\n\nevent: x\ndata: ü€😀\n\n';
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 5, 1000]) {
    const frames = [];
    let retry;
    const parse = createSseParser((one) => frames.push(one), (ms) => { retry = ms; });
    const decoder = new TextDecoder();
    for (let at = 0; at < bytes.length; at += size) parse(decoder.decode(bytes.slice(at, at + size), { stream: true }));
    assert.deepEqual(frames, [{ id: '1', event: 'log', data: '{"a":\n1}' }, { data: '\n two' }, { event: 'x', data: 'ü€😀' }]);
    assert.equal(retry, 700);
  }
});

test('watch_WholeStream_GivesEachEventOnceAndEnds', async () => {
  server = await serve((response) => stream(response).end(events(1, 3, true)));
  const named = [];
  const watching = watch({ ticket: 'secret', on: { log: ({ message }) => named.push(message) } });
  const iterated = [];
  for await (const { event } of watching) iterated.push(event);
  const { reason, event } = await watching.finished;
  assert.deepEqual([reason, event.event, event.result], ['completed', 'workflow_complete', {}]);
  assert.deepEqual(seen, [...numbers(4), undefined]);
  assert.deepEqual(named, ['line 1', 'line 2', 'line 3']);
  assert.deepEqual(iterated, ['log', 'log', 'log', 'workflow_complete', 'stream_end']);
  assert.deepEqual(connections, ['live', 'closed']);
  assert.equal(server.requests[0].headers.authorization, 'Bearer secret');
  assert.ok(!server.requests[0].url.includes('secret'));
  assert.equal(clock.timers.size, 0);
});

test('watch_CutInTheMiddleOfAFrame_GoesOnBehindTheLastAndDropsRepeats', async () => {
  server = await serve(
    (response) => stream(response).write(events(1, 3).slice(0, -20), () => response.destroy()),
    (response) => stream(response).end(events(1, 4)),
    (response) => stream(response).end(events(5, 5, true)),
  );
  const watching = watch();
  await clock.fire(500, 2500);
  assert.equal((await server.asked(2)).query.get('last_event_id'), '2');
  await clock.fire(1500, 2000);
  assert.equal((await server.asked(3)).query.get('last_event_id'), '4');
  assert.equal((await watching.finished).reason, 'completed');
  assert.deepEqual(seen, [...numbers(6), undefined]);
  assert.deepEqual(connections, ['live', 'reconnecting', 'live', 'reconnecting', 'live', 'closed']);
});

test('watch_StreamEndsWithTheTerminalEventAlone_DoesNotComeBack', async () => {
  server = await serve((response) => stream(response).end(frame('workflow_failed', { seq: 1, error: {} })));
  assert.equal((await watch().finished).reason, 'failed');
  assert.equal(server.requests.length, 1);
});

test('watch_SilentStream_IsGivenUpAndCommentsKeepItAlive', async () => {
  const streams = [];
  server = await serve(
    (response) => streams.push(stream(response)),
    (response) => stream(response).end(events(2, 2, true)),
  );
  const watching = watch();
  await server.asked(1);
  streams[0].write(events(1, 1));
  while (seen.length === 0) await clock.changed();
  const before = clock.set;
  streams[0].write(': keep-alive\n\n');
  while (clock.set === before) await clock.changed();
  assert.deepEqual([...clock.timers.values()].map(({ ms }) => ms), [45_000]);

  const closed = once(streams[0], 'close');
  await clock.fire(45_000);
  await closed;
  await clock.fire(500, 2500);
  assert.equal((await watching.finished).reason, 'completed');
  assert.equal(server.requests[1].query.get('last_event_id'), '1');
});

test('watch_BusyServer_WaitsAsLongAsItSaysAndLongerEachTime', async () => {
  server = await serve(
    (response) => problem(response, 503, { code: 'storage_unavailable', retry_after_ms: 7000 }),
    (response) => response.writeHead(502).end('<html>'),
    (response) => response.writeHead(429, { 'Retry-After': '12' }).end(),
    (response) => stream(response).end(events(1, 1, true)),
  );
  const watching = watch();
  const pauses = [await clock.fire(7000, 8750), await clock.fire(1000, 1250), await clock.fire(12_000, 15_000)];
  assert.equal((await watching.finished).reason, 'completed');
  assert.equal(pauses.length, 3);
  assert.equal(server.requests.length, 4);
});

test('watch_Refused_RejectsWithAdviceAndAsksNoMore', async () => {
  const advice = [{ action: 'check_id', text: 'Check the id.', automatic: false }];
  server = await serve((response) => problem(response, 404, { title: 'No such workflow', detail: 'There is none.', code: 'unknown_workflow', category: 'input', recovery_suggestions: advice }));
  const watching = watch();
  const error = await watching.finished.then(() => null, (reason) => reason);
  assert.ok(error instanceof WorkflowError);
  assert.deepEqual([error.status, error.code, error.category, error.message, error.recoverySuggestions], [404, 'unknown_workflow', 'input', 'There is none.', advice]);
  await assert.rejects(async () => { for await (const event of watching) seen.push(event); }, WorkflowError);
  assert.equal(clock.timers.size, 0);
});

test('watch_EndedLongAgo_Gets204AndEnds', async () => {
  server = await serve((response) => response.writeHead(204).end());
  assert.deepEqual(await watch({ lastSeq: 9 }).finished, { reason: 'ended', event: undefined });
  assert.equal(server.requests[0].query.get('last_event_id'), '9');
});

test('watch_Deleted_SaysSo', async () => {
  server = await serve((response) => stream(response).end(events(1, 1) + frame('stream_end', { reason: 'deleted' })));
  assert.equal((await watch().finished).reason, 'deleted');
});

for (const [name, blocked] of [
  ['ThatHoldsEveryByteBack', (response) => response.writeHead(200, { 'Content-Type': 'text/event-stream' })],
  ['ThatAnswersWithAPage', (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>')],
]) {
  test(`watch_BehindAProxy${name}_AsksForTheLogInstead`, async () => {
    const line = (event, seq) => `${JSON.stringify({ event, seq })}\n`;
    server = await serve(
      blocked,
      blocked,
      (response) => response.end(line('log', 1) + line('log', 2)),
      (response) => response.end(line('log', 3) + line('workflow_complete', 4)),
    );
    const watching = watch();
    const pause = name.startsWith('ThatHolds') ? () => clock.fire(10_000) : () => {};
    await server.asked(1);
    await pause();
    await clock.fire(500, 625);
    await server.asked(2);
    await pause();
    await clock.fire(1000, 1250);
    const asked = await server.asked(3);
    assert.match(asked.url, /^\/api\/v1\/workflows\/one\/logs\?/);
    assert.deepEqual([asked.query.get('format'), asked.query.get('after_seq')], ['jsonl', '0']);
    await clock.fire(3000, 3750);
    assert.equal((await server.asked(4)).query.get('after_seq'), '2');
    assert.equal((await watching.finished).reason, 'completed');
    assert.deepEqual(seen, numbers(4));
    assert.deepEqual(connections, ['reconnecting', 'polling', 'closed']);
  });
}

test('watch_PollFails_TriesToStreamAgain', async () => {
  const page = (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
  server = await serve(page, page, (response) => problem(response, 404), (response) => stream(response).end(events(1, 1, true)));
  const watching = watch();
  for (let pause = 500; pause <= 2000; pause *= 2) await clock.fire(pause, pause * 1.25);
  assert.equal((await watching.finished).reason, 'completed');
});

test('watch_HistoryIsGone_ReadsTheSnapshotAndGoesOn', async () => {
  server = await serve(
    (response) => stream(response).end(frame('resync', { oldest_seq: 8, latest_seq: 9, snapshot_url: '/api/v1/workflows/one' }) + events(8, 8)),
    (response) => response.end('{"last_seq": 9}'),
    (response) => stream(response).end(events(9, 9, true)),
  );
  const snapshot = new Promise((resolve) => { watch({ onSnapshot: resolve }); });
  assert.deepEqual(await snapshot, { last_seq: 9 });
  assert.equal(server.requests[1].url, '/api/v1/workflows/one');
  await clock.fire(1500, 2000);
  assert.equal((await watches[0].finished).reason, 'completed');
  assert.deepEqual(seen, [undefined, 8, 9, 10, undefined]);
});

test('watch_AnEventIsMissing_IsAskedForAgain', async () => {
  server = await serve(
    (response) => stream(response).write(events(1, 1) + events(3, 3)),
    (response) => stream(response).end(events(2, 3, true)),
  );
  const watching = watch();
  await clock.fire(500, 625);
  assert.equal((await server.asked(2)).query.get('last_event_id'), '1');
  await watching.finished;
  assert.deepEqual(seen, [...numbers(4), undefined]);
});

test('watch_Closed_EndsTheConnectionAndWaitsForNothing', async () => {
  const giveUp = new AbortController();
  let closed;
  server = await serve((response) => {
    closed = once(response, 'close');
    stream(response).write(events(1, 1));
  });
  const watching = watch({ signal: giveUp.signal });
  await server.asked(1);
  giveUp.abort();
  assert.equal((await watching.finished).reason, 'closed');
  await closed;
  assert.equal(clock.timers.size, 0);
  assert.equal((await watch({ signal: giveUp.signal }).finished).reason, 'closed');
  assert.equal(server.requests.length, 1);
});

test('watch_FeedOfAllWorkflows_GoesOnBehindTheCursor', async () => {
  const entry = (id, seq) => frame('log', { workflow_id: `w${id}`, seq }, id);
  server = await serve(
    (response) => stream(response).end(entry('a-7', 3) + entry('a-8', 1)),
    (response) => stream(response).write(entry('a-9', 1)),
  );
  const watching = watch();
  await clock.fire(1500, 2000);
  assert.equal((await server.asked(2)).query.get('last_event_id'), 'a-8');
  while (seen.length < 3) await once(watching, '*');
  assert.deepEqual(seen, [3, 1, 1]);
});
