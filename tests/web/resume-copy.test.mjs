import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../../src/Resume2Website.Server/wwwroot/js/api.js';
import { createResumeCopy, isAlike, SupersededError } from '../../src/Resume2Website.Server/wwwroot/js/resume-copy.js';

const resume = {
  basics: { name: 'Beatrix Oakenshaw', label: 'Gardener' },
  work: [{ name: 'Orchard House', startDate: '2015', endDate: '2019', highlights: ['Pruned', 'Grafted'] }],
  meta: { placed: 1 },
};
const name = { pointer: '/basics/name', text: 'Beatrix Oakenshaw' };
const label = { pointer: '/basics/label', text: 'Gardener' };

const unreachable = () => new ProblemError({ status: 0, title: 'The server cannot be reached', retryable: true });

/** A server of one résumé. Each `fault` befalls one request: `sent` before it comes in, `answer` after it is done, `late` when it comes in with the next one. */
function serverOf(view) {
  const server = { view, version: 1, faults: [], asked: [], waiting: [] };
  const write = (next, tag) => {
    if (tag !== String(server.version)) throw new ProblemError({ status: 412, title: 'It was changed meanwhile' });
    server.view = { ...next, meta: { placed: 1, language: 'en' } };
    server.version += 1;
    return { tag: String(server.version) };
  };
  const meet = async (kind, work) => {
    server.asked.push(kind);
    const fault = server.faults.shift();
    if (fault === 'sent') throw unreachable();
    if (fault === 'late') {
      server.waiting.push(work);
      throw unreachable();
    }
    if (kind === 'write') for (const late of server.waiting.splice(0)) late();
    const answer = work();
    if (fault === 'answer') throw unreachable();
    return answer;
  };
  server.copy = createResumeCopy({
    read: () => meet('read', () => ({ tag: String(server.version), view: server.view })),
    write: (next, tag) => meet('write', () => write(next, tag)),
  });
  server.changeElsewhere = (change) => write(change(server.view), String(server.version));
  return server;
}

const problemOf = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('it was not refused');
};

test('what was saved though its answer was lost is saved, can be undone, and the next change is no surprise', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'answer'];

  assert.equal((await server.copy.save(name, 'B. Oakenshaw')).basics.name, 'B. Oakenshaw');
  assert.equal(server.copy.canUndo, true);
  assert.equal((await server.copy.save(label, 'Head Gardener')).basics.label, 'Head Gardener');
  assert.equal((await server.copy.undo()).basics.label, 'Gardener');
  assert.equal((await server.copy.undo()).basics.name, 'Beatrix Oakenshaw');
  assert.equal(server.copy.canUndo, false);
});

test('what never came in is said not to be saved, and is saved when it is sent again', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'sent'];

  const { problem } = await problemOf(server.copy.save(name, 'B. Oakenshaw'));
  assert.match(problem.title, /not saved/);
  assert.equal(problem.retryable, true);
  assert.equal((await server.copy.save(name, 'B. Oakenshaw')).basics.name, 'B. Oakenshaw');
});

test('while the server cannot be asked nothing is claimed, and sending again settles it', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'answer', 'sent'];

  const error = await problemOf(server.copy.save(name, 'B. Oakenshaw'));
  assert.equal(error.problem.title, 'The server cannot be reached');
  assert.equal(server.version, 2);
  assert.equal((await server.copy.save(name, 'B. Oakenshaw')).basics.name, 'B. Oakenshaw');
  assert.equal(server.version, 2, 'it stood there already');
});

test('where another change was made meanwhile, what is there is shown and the value can be sent again upon it', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'sent'];
  await problemOf(server.copy.save(label, 'Head Gardener'));
  server.changeElsewhere((view) => ({ ...view, basics: { ...view.basics, name: 'B. Oakenshaw' } }));

  const error = await problemOf(server.copy.save(label, 'Head Gardener'));
  assert.ok(error instanceof SupersededError);
  assert.equal(error.isStanding, true);
  assert.equal(error.view.basics.name, 'B. Oakenshaw');
  assert.deepEqual((await server.copy.save(label, 'Head Gardener')).basics, { name: 'B. Oakenshaw', label: 'Head Gardener' });
});

test('where the value itself was changed meanwhile, it is not written over', async () => {
  const server = serverOf(resume);
  await server.copy.save(label, 'Head Gardener');
  server.changeElsewhere((view) => ({ ...view, basics: { ...view.basics, name: 'Trix' } }));

  const error = await problemOf(server.copy.save(name, 'B. Oakenshaw'));
  assert.equal(error.isStanding, false);
  assert.equal(server.view.basics.name, 'Trix');
  assert.equal(server.copy.canUndo, false);
});

test('one\'s own change that comes in late is no change from elsewhere', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'late'];
  await problemOf(server.copy.save(name, 'B. Oakenshaw'));

  const view = await server.copy.save(label, 'Head Gardener');
  assert.deepEqual(view.basics, { name: 'B. Oakenshaw', label: 'Head Gardener' });
  assert.equal((await server.copy.undo()).basics.label, 'Gardener');
  assert.equal((await server.copy.undo()).basics.name, 'Beatrix Oakenshaw');
});

test('after a late change that moved the others, nothing is written to the wrong place', async () => {
  const server = serverOf(resume);
  server.faults = [null, 'late'];
  await problemOf(server.copy.save({ pointer: '/work/0/highlights/0', text: 'Pruned' }, null));

  const error = await problemOf(server.copy.save({ pointer: '/work/0/highlights/1', text: 'Grafted' }, 'Grafted pears'));
  assert.ok(error instanceof SupersededError);
  assert.deepEqual(server.view.work[0].highlights, ['Grafted']);
});

test('what is saved stays saved where only the look at it fails', async () => {
  const server = serverOf(resume);
  server.faults = [null, null, 'sent'];

  assert.equal((await server.copy.save(name, 'B. Oakenshaw')).basics.name, 'B. Oakenshaw');
  assert.equal((await server.copy.save(label, 'Head Gardener')).basics.label, 'Head Gardener');
});

test('a refusal is handed on, without a further question', async () => {
  const copy = createResumeCopy({
    read: async () => ({ tag: '1', view: resume }),
    write: async () => { throw new ProblemError({ status: 422, title: 'The site cannot be shown' }); },
  });

  assert.equal((await problemOf(copy.save(name, 'x'))).problem.status, 422);
});

test('what the server makes of a résumé is like what was sent', () => {
  const sent = { ...resume, work: [{ ...resume.work[0], endDate: 'present', 'x-ongoing': false, summary: '', highlights: [] }] };
  assert.equal(isAlike(sent, { ...resume, work: [{ name: 'Orchard House', startDate: '2015' }], meta: { placed: 0.5 } }), true);
  assert.equal(isAlike(sent, { ...resume, work: [{ name: 'Orchard House', startDate: '2016' }] }), false);
  assert.equal(isAlike({ work: [{ startDate: '2015', 'x-ongoing': false }] }, { work: [{ startDate: '2015' }] }), false, 'an end that is not known is not an open one');
});

test('an end is written to the entry that was seen without one, wherever others have gone', async () => {
  const lasting = { work: [{ name: 'Walled Garden', startDate: '2014' }, { name: 'Orchard House', startDate: '2014' }] };
  const end = { pointer: '/work/1/endDate', text: 'present', isOpen: true, entry: lasting.work[1] };
  assert.equal((await serverOf(lasting).copy.save(end, '2019')).work[1].endDate, '2019');

  const moved = serverOf({ work: [{ name: 'Old Mill', startDate: '2020' }, ...lasting.work] });
  const error = await problemOf(moved.copy.save(end, '2019'));
  assert.ok(error instanceof SupersededError);
  assert.equal(error.isStanding, false);
});
