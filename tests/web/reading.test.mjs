import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, wasRead } from '../../src/Resume2Website.Server/wwwroot/js/journey.js';
import {
  bounds, certaintyOf, certaintyWords, drawingOf, groupsOf, groupWords, originWords, placeWords, shownText, summaryWords,
} from '../../src/Resume2Website.Server/wwwroot/js/reading.js';
import { fold, read } from './transcript.mjs';

const at = (line, page = 1) => ({ page, line, lines: [line], box: [] });

const resume = {
  basics: { name: 'Beatrix Oakenshaw', phone: '0770', profiles: [{ network: 'GitHub' }] },
  work: [{ name: 'Orchard House', position: 'Head Gardener', highlights: ['Pruned'] }, { name: 'Walled Garden' }],
  skills: [{ keywords: ['Grafting', 'C#'] }],
  'x-other': [{ title: 'Zodiac', lines: ['Taurus'] }],
  meta: {
    coverage: 1,
    placed: 0.978,
    confidence: {
      '/basics/name': 0.97, '/basics/phone': 0.5, '/basics/profiles/0/network': 0.97, '/work/0/name': 0.91, '/work/0/position': 0.75,
      '/work/0/highlights/0': 0.97, '/work/1/name': 0.2, '/skills/0/keywords/0': 0.96, '/skills/0/keywords/1': 0.96,
    },
    provenance: {
      '/basics/name': at(1), '/basics/phone': at(2), '/basics/profiles/0/network': at(3), '/work/0/name': at(4), '/work/0/position': at(4), '/work/0/highlights/0': at(5),
      '/work/1/name': at(6), '/skills/0/keywords/0': at(7), '/skills/0/keywords/1': at(7), '/x-other/0/title': at(8), '/x-other/0/lines/0': at(9),
    },
  },
};

test('a figure is sure, likely or to be checked, and each is a word', () => {
  assert.deepEqual([1, bounds.sure, bounds.sure - 0.001, bounds.likely, bounds.likely - 0.001, 0].map(certaintyOf),
    ['sure', 'sure', 'likely', 'likely', 'check', 'check']);
  assert.deepEqual(['sure', 'likely', 'check'].map(certaintyWords), ['sure', 'likely', 'please check']);
});

test('what is to be checked comes first, the rest by section, and lines without a place last', () => {
  const groups = groupsOf(resume);
  assert.deepEqual(groups.map(({ title }) => title), ['Please check', 'You', 'Work', 'Skills', 'Found no place']);
  assert.deepEqual(groups[0].values.map(({ label, text }) => [label, text]), [['Phone', '0770'], ['Work 2: Employer', 'Walled Garden']]);
  assert.deepEqual(groups.at(-1).values.map(({ text, certainty }) => [text, certainty]), [['Zodiac', 'unplaced'], ['Taurus', 'unplaced']]);
});

test('no value is lost or shown twice', () => {
  const shown = groupsOf(resume).flatMap(({ values }) => values.map(({ pointer }) => pointer));
  assert.deepEqual([...shown].sort(), Object.keys(resume.meta.provenance).sort());
});

test('values are named after what they are, with a number where there are several entries', () => {
  const [, you, work, skills] = groupsOf(resume);
  assert.deepEqual(you.values.map(({ label }) => label), ['Name', 'Profile on']);
  assert.deepEqual(work.values.map(({ label }) => label), ['1. Employer', '1. Position', '1. Point']);
  assert.deepEqual(skills.values.map(({ label }) => label), ['Skill', 'Skill']);
});

test('a group says how many values it has and how sure they are', () => {
  assert.deepEqual(groupsOf(resume).map(groupWords), ['2 values', '2 values, all sure', '3 values, 1 likely', '2 values, all sure', '2 lines']);
});

test('the share of lines that found a place is said, and never rounded up to all of them', () => {
  assert.equal(summaryWords(resume), '98 % of the lines found a place. Of 9 values, 2 are worth a look.');
  const of = (placed) => summaryWords({ ...resume, meta: { ...resume.meta, placed } });
  assert.match(of(0.9999), /^99 % /);
  assert.match(of(1), /^100 % /);
});

test('the values of a file that is data are given, not read', () => {
  const given = { basics: { name: 'Beatrix' }, skills: [{ name: 'Trees' }] };
  assert.deepEqual(groupsOf(given).flatMap(({ values }) => values.map(({ text, certainty }) => [text, certainty])), [['Beatrix', 'given'], ['Trees', 'given']]);
  assert.deepEqual(groupsOf(given).map(groupWords), ['1 value', '1 value']);
  assert.equal(summaryWords(given), '2 values, as your file gives them.');
  assert.deepEqual(groupsOf({}), []);
});

test('what the document does not say is its owner\'s own', () => {
  const { '/basics/name': _, ...provenance } = resume.meta.provenance;
  const changed = { ...resume, basics: { ...resume.basics, name: 'B. Oakenshaw' }, meta: { ...resume.meta, provenance } };
  const [, you] = groupsOf(changed);
  assert.deepEqual(you.values.map(({ text, certainty }) => [text, certainty]), [['B. Oakenshaw', 'own'], ['GitHub', 'sure']]);
  assert.equal(groupWords(you), '2 values, 1 yours');
  assert.deepEqual(['own', 'given'].map(originWords), ['Written by you', 'As your file gives it']);
});

test('places are said with pages and lines', () => {
  assert.equal(placeWords({ page: 1, lines: [3] }, 1), 'Page 1, line 3');
  assert.equal(placeWords({ page: 2, lines: [14, 15] }, 3), 'Page 2 of 3, lines 14 and 15');
  assert.equal(placeWords({ page: 1, lines: [4, 5, 6] }, 1), 'Page 1, lines 4 to 6');
  assert.equal(placeWords({ page: 1, lines: [4, 6, 9] }, 1), 'Page 1, lines 4, 6 and 9');
  assert.equal(placeWords({ page: 1, lines: [4, 5], otherPages: [{ page: 2 }] }, 2), 'Pages 1 and 2, lines 4 and 5');
});

test('a page is drawn as its lines, with those of the value marked', () => {
  const document = {
    pages: [{ number: 1, width: 595, height: 842 }, { number: 2, width: 595, height: 842 }],
    lines: [{ number: 1, page: 1, text: 'a', box: [50, 40, 100, 12] }, { number: 2, page: 2, text: 'b', box: [50, 40, 90, 12] }, { number: 3, page: 2, text: 'c', box: [50, 60, 80, 12] }],
  };
  assert.deepEqual(drawingOf(document, 2, [3]), {
    width: 595,
    height: 842,
    boxes: [{ number: 2, x: 50, y: 40, width: 90, height: 12, isHit: false }, { number: 3, x: 50, y: 60, width: 80, height: 12, isHit: true }],
  });
});

test('a text without places is drawn line below line, around the value', () => {
  const lines = Array.from({ length: 400 }, (_, index) => ({ number: index + 1, page: 1, text: `Line ${index + 1} of a long text`, box: [] }));
  const { width, height, boxes } = drawingOf({ pages: [{ number: 1 }], lines }, 1, [200]);
  assert.equal(boxes.filter(({ isHit }) => isHit).length, 1);
  assert.ok(boxes.length < 100 && boxes.some(({ number }) => number === 190) && boxes.some(({ number }) => number === 210));
  assert.ok(boxes.every((box) => box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height));
});

test('there is something to look at once the reading has ended well', async () => {
  assert.equal(wasRead(initialState), false);
  assert.equal(wasRead(fold(await read('completed'))), true);
});

test('the photo is no text, and is not listed among the values', () => {
  const withPhoto = {
    ...resume,
    basics: { ...resume.basics, image: 'data:image/jpeg;base64,AAAA' },
    meta: { ...resume.meta, confidence: { ...resume.meta.confidence, '/basics/image': 0.8 }, provenance: { ...resume.meta.provenance, '/basics/image': { page: 1, line: 0, lines: [], box: [1, 2, 3, 4] } } },
  };
  assert.deepEqual(groupsOf(withPhoto), groupsOf(resume));
});

test('an end that is not there can be written, and is not counted as read', () => {
  const entries = [{ name: 'Orchard House', startDate: '2015' }, { name: 'Walled Garden', startDate: '2014', 'x-ongoing': false }, { name: 'Old Mill', startDate: '2010', endDate: '2012' }, { name: 'Barn' }];
  const provenance = { '/work/0/name': at(1), '/work/0/startDate': at(2) };
  const lasting = { work: entries, education: [{ institution: 'School', startDate: '2012' }], meta: { confidence: { '/work/0/name': 1, '/work/0/startDate': 0.3 }, provenance } };
  const values = groupsOf(lasting).flatMap((group) => group.values);
  const ends = values.filter(({ isOpen }) => isOpen);

  assert.deepEqual(ends.map(({ pointer, text, certainty }) => [pointer, text, certainty]),
    [['/work/0/endDate', 'present', 'ongoing'], ['/work/1/endDate', '', 'endless'], ['/education/0/endDate', 'present', 'ongoing']]);
  assert.deepEqual(ends.map(shownText), ['present', 'not known', 'present']);
  assert.deepEqual(ends.map(({ canGoOn, canBeUnknown }) => [canGoOn, canBeUnknown]), [[false, true], [true, false], [false, false]]);
  assert.deepEqual(ends[0].place, at(2), 'an end stands where its beginning does');
  assert.equal(values.find(({ pointer }) => pointer === '/work/2/endDate').canGoOn, true);
  assert.deepEqual(groupsOf(lasting).map(({ title, values: all }) => [title, all.length]), [['Please check', 2], ['Work', 8], ['Education', 3]]);
  assert.equal(groupWords(groupsOf(lasting)[1]), '7 values, 6 yours');
  assert.match(summaryWords(lasting), /Of 10 values, one is worth a look/);
});
