import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elapsedMs, initialState, isOver, journey, queuedMs, remainingMs, stepsOf } from '../../src/Resume2Website.Server/wwwroot/js/journey.js';
import { event, fold, read } from './transcript.mjs';

const started = (fields = {}) => event('workflow_started', 1, { name: 'cv', phases: [], v: 1, ...fields });

describe('a completed journey', () => {
  const events = read('completed');
  const state = fold(events);

  test('ends completed, with its result, at 100', () => {
    assert.equal(state.status, 'completed');
    assert.equal(state.percentage, 100);
    assert.equal(state.result.download_url, '/api/v1/cv/x/site.zip');
    assert.equal(state.durationMs, 462);
    assert.ok(isOver(state));
  });

  test('has every phase and every step, done, in order', () => {
    assert.deepEqual(state.phases.map((phase) => phase.name), ['VALIDATION', 'PROCESSING', 'GENERATION', 'FINALIZATION']);
    assert.ok(state.phases.every((phase) => phase.status === 'completed' && phase.durationMs > 0));
    assert.equal(state.steps.length, 10);
    assert.ok(state.steps.every((step) => step.status === 'completed'));
    assert.deepEqual(stepsOf(state, 'GENERATION').map((step) => step.name), ['Laying out the pages', 'Checking the result']);
  });

  test('keeps findings, warnings and confidence', () => {
    assert.deepEqual(state.findings.map(({ section, count }) => `${section} ${count}`),
      ['basics 1', 'work 4', 'education 2', 'skills 15', 'languages 4', 'projects 2']);
    assert.equal(state.confidence, 0.93);
    assert.deepEqual(state.warnings, [{ code: 'date_unclear', message: 'One date could be read in two ways.' }]);
  });

  test('is the same when any part of it is sent again, as after a reconnection', () => {
    for (let cut = 0; cut <= events.length; cut += 1) {
      for (const back of [0, 1, 5, cut]) {
        const resumed = fold(events.slice(Math.max(0, cut - back)), fold(events.slice(0, cut)));
        assert.deepEqual(resumed, state, `cut at ${cut}, ${back} sent again`);
      }
    }
  });

  test('never lets the percentage fall', () => {
    let before = initialState;
    for (const next of events) {
      const now = journey(before, next);
      assert.ok(now.percentage >= before.percentage);
      assert.ok(now.percentage < 100 || next.type === 'progress' || isOver(now));
      before = now;
    }
  });

  test('never changes a state that was handed out', () => {
    let state = initialState;
    for (const next of events) {
      const copy = structuredClone(state);
      const now = journey(state, next);
      assert.deepEqual(state, copy);
      state = now;
    }
  });
});

describe('a failed journey', () => {
  const state = fold(read('failed'));

  test('ends failed, with what to do', () => {
    assert.equal(state.status, 'failed');
    assert.equal(state.error.code, 'file_encrypted');
    assert.equal(state.error.recovery_suggestions.length, 1);
    assert.ok(state.percentage < 100);
  });

  test('shows where it failed and what never began', () => {
    assert.deepEqual(state.phases.map((phase) => phase.status), ['failed', 'pending', 'pending', 'pending']);
    assert.equal(state.steps.at(-1).status, 'failed');
    assert.equal(state.setbacks[0].code, 'file_encrypted');
  });
});

describe('time', () => {
  test('has not begun before the work has', () => {
    assert.equal(elapsedMs(initialState, 500), null);
    assert.equal(elapsedMs(fold([event('workflow_queued', 1, { name: 'cv', status: 'queued', position: 2 })]), 500), null);
  });

  test('is what the events say plus the local clock since the last of them', () => {
    const state = fold([event('workflow_started', 1, { phases: [] }, 1000), event('log', 2, {}, 4000)]);
    assert.equal(elapsedMs(state), 3000);
    assert.equal(elapsedMs(state, 250), 3250);
    assert.equal(elapsedMs(state, -9), 3000);
  });

  test('stands still after the end', () => {
    const state = fold([event('workflow_started', 1, { phases: [] }, 1000), event('workflow_complete', 2, { result: {}, duration_ms: 812 }, 1812)]);
    assert.equal(elapsedMs(state, 60_000), 812);
    assert.equal(remainingMs(state, 0), null);
  });

  test('tells waiting from working', () => {
    const state = fold([event('workflow_queued', 1, { status: 'queued' }, 1000), event('workflow_started', 2, { phases: [] }, 3500)]);
    assert.equal(queuedMs(state), 2500);
    assert.equal(queuedMs(fold([started()])), null);
  });

  test('remaining counts down from the estimate, and is unknown without a basis', () => {
    const state = fold([event('workflow_started', 1, { phases: [] }, 0), event('progress', 2, { percentage: 10, eta_ms: 900, eta_basis: 'history' }, 100), event('log', 3, {}, 200)]);
    assert.equal(remainingMs(state, 300), 500);
    const unknown = journey(state, event('progress', 4, { percentage: 11, eta_ms: 900, eta_basis: 'none' }));
    assert.equal(remainingMs(unknown, 0), null);
  });
});

describe('single events', () => {
  test('a queue position is kept until the work begins', () => {
    const queued = fold([event('workflow_queued', 1, { status: 'queued', position: 3 })]);
    assert.equal(queued.queuePosition, 3);
    assert.equal(journey(queued, event('workflow_started', 2, { phases: [] })).queuePosition, null);
  });

  test('a step that is tried again runs again, in its own place', () => {
    const state = fold([started(),
      event('step_started', 2, { step_id: 'p/a', step_name: 'A', phase: 'P', step_number: 1, attempt: 1 }),
      event('step_started', 3, { step_id: 'p/b', step_name: 'B', phase: 'P', step_number: 2, attempt: 1 }),
      event('step_retry', 4, { step_id: 'p/a', step_name: 'A', phase: 'P', attempt: 2, delay_ms: 250 })]);
    assert.deepEqual(state.steps.map((step) => [step.id, step.status, step.attempt]), [['p/a', 'running', 2], ['p/b', 'running', 1]]);
    assert.equal(state.steps[0].retryDelayMs, 250);
  });

  test('skipped and cancelled steps say why', () => {
    const state = fold([started(),
      event('step_skipped', 2, { step_id: 'a', step_name: 'A', phase: 'P', reason: 'not needed here' }),
      event('step_cancelled', 3, { step_id: 'b', step_name: 'B', phase: 'P', reason: 'stopped', duration_ms: 4 })]);
    assert.deepEqual(state.steps.map(({ status, detail }) => [status, detail]), [['skipped', 'not needed here'], ['cancelled', 'stopped']]);
  });

  test('an unplanned phase is added where it begins', () => {
    const state = fold([started({ phases: [{ name: 'VALIDATION' }] }), event('phase_started', 2, { phase: 'TRAINING', phase_index: 2 })]);
    assert.deepEqual(state.phases.map((phase) => [phase.name, phase.status]), [['VALIDATION', 'pending'], ['TRAINING', 'running']]);
    assert.equal(state.currentPhase, 'TRAINING');
  });

  test('a section that is reported again replaces what was said before', () => {
    const state = fold([started(), event('section', 2, { section: 'work', count: 2 }), event('section', 3, { section: 'work', count: 4, confidence: 0.9 })]);
    assert.deepEqual(state.findings, [{ section: 'work', count: 4, confidence: 0.9 }]);
  });

  test('only the confidence of the whole is shown for the whole', () => {
    const state = fold([started(), event('confidence', 2, { scope: 'processing/extraction', value: 0.4 })]);
    assert.equal(state.confidence, null);
    assert.equal(journey(state, event('confidence', 3, { scope: 'workflow', value: 0.8 })).confidence, 0.8);
  });

  test('an event of an unknown kind counts, and changes nothing else', () => {
    const before = fold([started()]);
    const now = journey(before, event('something_new', 2));
    assert.deepEqual({ ...now, lastSeq: 0, lastEventAt: 0 }, { ...before, lastSeq: 0, lastEventAt: 0 });
    assert.equal(now.lastSeq, 2);
  });

  test('nothing changes after the end but deletion', () => {
    const over = fold([started(), event('workflow_cancelled', 2, { reason: 'asked to', duration_ms: 5 })]);
    assert.equal(over.status, 'cancelled');
    assert.equal(journey(over, event('progress', 3, { percentage: 99 })), over);
    assert.ok(journey(over, { type: 'stream_end', data: { reason: 'deleted' } }).deleted);
  });

  test('the end of the stream after the end of the work says nothing new', () => {
    const over = fold(read('completed'));
    assert.equal(journey(over, { type: 'stream_end', data: { reason: 'completed' } }), over);
  });

  test('lost history is noted, and what still exists goes on from there', () => {
    const state = fold([{ type: 'resync', data: { oldest_seq: 40, latest_seq: 60 } }, event('progress', 40, { percentage: 50 })]);
    assert.ok(state.historyGone);
    assert.equal(state.percentage, 50);
  });

  test('a frame without a number cannot pass for an event of the work', () => {
    assert.equal(journey(initialState, { type: 'workflow_complete', data: { result: {} } }), initialState);
    assert.equal(journey(initialState, { type: 'heartbeat', data: {} }), initialState);
  });
});
