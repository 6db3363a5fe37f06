import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arranged, beneathTheLook, canRedo, canUndo, change, hiding, historyOf, moved, redo, refusalWords, same, slugOf, titled, undo, waitBefore, withTemplate,
} from '../../src/Resume2Website.Server/wwwroot/js/design.js';

const design = { template: 'gutter', accent: 'teal', section_order: [], hidden_sections: [], section_titles: {}, show_phone: false };

test('what was done can be undone and redone, in order', () => {
  const one = change(historyOf(design), { show_phone: true });
  const two = change(one, withTemplate('ledger'));
  assert.deepEqual(two.present, { ...design, show_phone: true, template: 'ledger', accent: null });
  const back = undo(undo(two));
  assert.deepEqual(back.present, design);
  assert.equal(canUndo(back), false);
  assert.deepEqual(redo(redo(back)), two);
});

test('a new change forgets what was undone, and one that changes nothing leaves no trace', () => {
  const undone = undo(change(historyOf(design), { show_phone: true }));
  assert.equal(canRedo(undone), true);
  assert.equal(canRedo(change(undone, { accent: 'rust' })), false);
  assert.equal(change(undone, { show_phone: false }), undone);
  assert.equal(undo(historyOf(design)).present, design);
});

test('the history is bounded', () => {
  let history = historyOf(design);
  for (let number = 0; number < 300; number += 1) history = change(history, { accent: `accent${number}` });
  assert.equal(history.past.length, 100);
});

test('sections move by one place, and stop at the ends', () => {
  assert.deepEqual(moved(['work', 'skills', 'education'], 'skills', -1), ['skills', 'work', 'education']);
  assert.deepEqual(moved(['work', 'skills'], 'work', -1), ['work', 'skills']);
  assert.deepEqual(moved(['work', 'skills'], 'skills', 1), ['work', 'skills']);
  assert.deepEqual(moved(['work'], 'unknown', 1), ['work']);
});

test('sections stand as the person ordered them, the others after them as on the page', () => {
  const sections = ['summary', 'work', 'skills', 'languages'].map((name) => ({ name }));
  assert.deepEqual(arranged(sections, ['skills', 'work']).map(({ name }) => name), ['skills', 'work', 'summary', 'languages']);
});

test('hiding and naming touch their own section alone', () => {
  assert.deepEqual(hiding(['work'], 'skills', false), ['work', 'skills']);
  assert.deepEqual(hiding(['work', 'skills'], 'work', true), ['skills']);
  assert.deepEqual(titled({ work: 'Posts' }, 'skills', '  Tools '), { work: 'Posts', skills: 'Tools' });
  assert.deepEqual(titled({ work: 'Posts' }, 'work', ' '), {});
});

test('template and accent alone do not make other thumbnails look different', () => {
  assert.equal(beneathTheLook(design), beneathTheLook({ ...design, template: 'board', accent: null }));
  assert.notEqual(beneathTheLook(design), beneathTheLook({ ...design, show_phone: true }));
  assert.equal(same({ a: 1, b: null }, { a: 1 }), true);
});

test('an address is made of a name', () => {
  assert.equal(slugOf('Zoë van der Berg'), 'zoe-van-der-berg');
  assert.equal(slugOf('  Großmann, Åse '), 'grossmann-ase');
  assert.equal(slugOf('李小龍'), '');
  assert.match(slugOf(`${'a'.repeat(39)} b`), /^a+$/);
});

test('what was too much at once is sent again when the server said; every other refusal is final', () => {
  assert.equal(waitBefore({ status: 429, retry_after_ms: 42_000 }), 42_000);
  assert.equal(waitBefore({ status: 429 }), 60_000);
  assert.equal(waitBefore({ status: 429, retry_after_ms: 3 }), 1_000);
  assert.equal(waitBefore({ status: 429, retry_after_ms: 86_400_000 }), 600_000);
  assert.equal(waitBefore({ status: 422, retry_after_ms: 42_000 }), null);
  assert.equal(waitBefore(undefined), null);
});

test('a refusal is one sentence and what to do, in words', () => {
  assert.deepEqual(refusalWords({ status: 422, title: 'The site cannot be shown', message: 'A check failed.', recovery_suggestions: [{ text: 'Retried.', automatic: true }, { text: 'Choose another.' }] }),
    ['The site cannot be shown.', 'Choose another.']);
  assert.deepEqual(refusalWords({ status: 0, title: 'The server cannot be reached', message: 'Check that it is running.' }), ['The server cannot be reached.', 'Check that it is running.']);
  assert.deepEqual(refusalWords({ status: 429, title: 'Too many looks', retry_after_ms: 41_200 }), ['Too many looks.', 'It is shown in about 42 s.']);
  assert.deepEqual(refusalWords({ status: 429, title: 'Too many looks', retry_after_ms: 61_000 }), ['Too many looks.', 'It is shown in about 2 min.']);
  assert.deepEqual(refusalWords({}), ['It cannot be shown.', 'Change something, and it is tried again.']);
});
