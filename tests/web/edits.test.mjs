import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintFor, isProse, textAt, withoutText, withText } from '../../src/Resume2Website.Server/wwwroot/js/edits.js';

const resume = {
  basics: { name: 'Beatrix Oakenshaw', phone: '0770', profiles: [{ network: 'GitHub' }, { network: 'Mastodon', username: 'b' }] },
  work: [{ name: 'Orchard House', position: 'Head Gardener', highlights: ['Pruned', 'Grafted'], 'x-ongoing': false }, { name: 'Walled Garden' }],
  skills: [{ name: 'Trees', keywords: ['Grafting'] }],
  meta: { version: 'v1.0.0' },
};

test('a text is written where it stands, and nothing else changes', () => {
  const before = structuredClone(resume);
  const after = withText(resume, '/work/0/highlights/1', 'Grafted pears');

  assert.deepEqual(after.work[0], { name: 'Orchard House', position: 'Head Gardener', highlights: ['Pruned', 'Grafted pears'], 'x-ongoing': false });
  assert.deepEqual({ ...after, work: null }, { ...resume, work: null });
  assert.deepEqual(resume, before);
  assert.deepEqual(Object.keys(after), Object.keys(resume));
});

test('a text is taken out, and the others close up', () => {
  assert.deepEqual(withoutText(resume, '/work/0/highlights/0').work[0].highlights, ['Grafted']);
  assert.deepEqual(Object.keys(withoutText(resume, '/basics/phone').basics), ['name', 'profiles']);
});

test('an entry goes with its last text, and an empty list stays one', () => {
  assert.deepEqual(withoutText(resume, '/basics/profiles/0/network').basics.profiles, [{ network: 'Mastodon', username: 'b' }]);
  assert.deepEqual(withoutText(resume, '/work/1/name').work.length, 1);
  assert.deepEqual(withoutText(resume, '/skills/0/keywords/0').skills, [{ name: 'Trees', keywords: [] }]);
  const alone = { work: [{ name: 'Orchard House', 'x-ongoing': false, highlights: [] }] };
  assert.deepEqual(withoutText(alone, '/work/0/name'), { work: [] });
});

test('an end that is left out is not known, which is not to go on', () => {
  const held = { work: [{ name: 'Orchard House', startDate: '2015', endDate: '2019' }], education: [{ institution: 'School', startDate: '2015', endDate: '2019' }] };
  assert.deepEqual(withoutText(held, '/work/0/endDate').work[0], { name: 'Orchard House', startDate: '2015', 'x-ongoing': false });
  assert.deepEqual(withoutText(held, '/education/0/endDate').education[0], { institution: 'School', startDate: '2015' });
  assert.equal('x-ongoing' in withoutText(held, '/work/0/startDate').work[0], false);
});

test('an end is written where there is none, and says whether it goes on', () => {
  const work = withText(resume, '/work/0/endDate', '2019').work[0];
  assert.deepEqual(work, { name: 'Orchard House', position: 'Head Gardener', highlights: ['Pruned', 'Grafted'], endDate: '2019' });
  assert.equal('x-ongoing' in withText(resume, '/work/0/endDate', 'present').work[0], false);
  assert.equal(withText(resume, '/work/0/position', 'Gardener').work[0]['x-ongoing'], false);
});

test('a text is found where it stands', () => {
  assert.equal(textAt(resume, '/work/0/highlights/1'), 'Grafted');
  assert.equal(textAt(resume, '/work/7/name'), undefined);
});

test('a name with a slash in it is found', () => {
  assert.deepEqual(withText({ 'a/b': { '~': 'x' } }, '/a~1b/~0', 'y'), { 'a/b': { '~': 'y' } });
});

test('texts of several lines, dates and addresses are told apart', () => {
  assert.deepEqual(['/basics/summary', '/work/0/highlights/3', '/basics/name', '/skills/0/keywords/2'].map(isProse), [true, true, false, false]);
  assert.match(hintFor('/work/0/endDate'), /2019-03.*present/);
  assert.doesNotMatch(hintFor('/work/0/startDate'), /present/);
  assert.match(hintFor('/education/0/endDate'), /without an end it is taken to go on/);
  assert.match(hintFor('/basics/url'), /https/);
  assert.equal(hintFor('/basics/name'), '');
});
