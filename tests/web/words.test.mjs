import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, journey } from '../../src/Resume2Website.Server/wwwroot/js/journey.js';
import {
  acceptedWords, announcement, bytes, clock, confidenceWords, duration, findingsSentence, findingWords, headline, languageChoice, phaseWords, queueWords, remaining,
} from '../../src/Resume2Website.Server/wwwroot/js/words.js';
import { fold, read } from './transcript.mjs';

test('phases are said in people\'s words, unknown ones as they are', () => {
  assert.deepEqual(['VALIDATION', 'PROCESSING', 'GENERATION', 'FINALIZATION', 'DEEP_SCAN'].map(phaseWords),
    ['Checking the file', 'Reading your CV', 'Making your website', 'Finishing', 'Deep scan']);
});

test('the kinds of files are named as far as they are taken', () => {
  assert.equal(acceptedWords([{ name: 'PDF' }, { name: 'text' }, { name: 'OpenDocument' }], 10 * 1_048_576), 'PDF, text or OpenDocument, up to 10 MB.');
  assert.equal(acceptedWords([{ name: 'text' }], 1.57 * 1_048_576), 'text, up to 1.5 MB.');
});

test('findings are counted in the singular and the plural', () => {
  assert.equal(findingWords({ section: 'work', count: 1 }), '1 job');
  assert.equal(findingWords({ section: 'skills', count: 26 }), '26 skills');
  assert.equal(findingWords({ section: 'basics', count: 1 }), 'contact details');
  assert.equal(findingWords({ section: 'x-talks', count: 2 }), '2 talks');
  assert.equal(findingWords({ section: 'x-patents', count: 2 }), '2 entries of patents');
});

test('languages are named by themselves, and the CV\'s own in English', () => {
  assert.deepEqual(['de', 'fr', 'he'].map((tag) => languageChoice(tag, 'pl')), ['Deutsch', 'Français', 'עברית']);
  assert.equal(languageChoice('', 'pl'), 'As in the CV: Polish');
  assert.equal(languageChoice('', null), 'As in the CV');
  assert.equal(languageChoice('', 'no tag'), 'As in the CV: no tag');
});

test('a sentence of findings leaves out what was not found', () => {
  const findings = [['work', 4], ['awards', 0], ['skills', 26], ['languages', 1]].map(([section, count]) => ({ section, count }));
  assert.equal(findingsSentence(findings), '4 jobs, 26 skills and 1 language');
  assert.equal(findingsSentence(findings.slice(0, 2)), '4 jobs');
  assert.equal(findingsSentence([]), '');
});

test('durations are as exact as they are useful', () => {
  assert.deepEqual([0.2, 8.4, 111, 999.4, 999.6, 9949, 9950, 59_400, 59_600, 125_000].map(duration),
    ['under 1 ms', '8 ms', '111 ms', '999 ms', '1.0 s', '9.9 s', '10 s', '59 s', '1 min 00 s', '2 min 05 s']);
  assert.deepEqual([0, 840, 12_300].map(clock), ['0.0 s', '0.8 s', '12 s']);
});

test('what remains is said roughly, and being late is admitted', () => {
  assert.deepEqual([null, -1, 400, 12_300, 130_000].map(remaining),
    ['', 'taking a little longer than usual', 'about a second left', 'about 12 s left', 'about 2 min left']);
});

test('sizes are short', () => assert.deepEqual([1, 312, 48_200, 1_400_000].map(bytes), ['1 byte', '312 bytes', '48 KB', '1.4 MB']));

test('doubt is said, with what it asks for', () => {
  assert.match(confidenceWords(0.93), /^93 % sure of what it read$/);
  assert.match(confidenceWords(0.7), /look it over/);
  assert.match(confidenceWords(0.3), /^Only 30 %.*check every line/);
});

test('the queue is told in words', () => {
  assert.deepEqual([null, 0, 1, 4].map(queueWords), ['', 'Yours is next.', 'One CV is before yours.', '4 CVs are before yours.']);
});

test('the headline is the error when there is one', () => {
  assert.equal(headline(fold(read('failed'))), 'The file is protected by a password');
  assert.equal(headline(fold(read('completed'))), 'Your website is ready');
  assert.equal(headline(initialState), 'Opening your CV');
});

test('a screen reader hears phases, findings and the end, and nothing of the rest', () => {
  let state = initialState;
  const heard = [];
  for (const event of read('completed')) {
    const next = journey(state, event);
    heard.push(announcement(state, next));
    state = next;
  }
  const spoken = heard.filter(Boolean);
  assert.equal(spoken[0], 'Waiting its turn. Yours is next.');
  assert.equal(spoken[1], 'Checking the file, 0 percent');
  assert.ok(spoken.includes('Found contact details and 4 jobs.'));
  assert.match(spoken.at(-1), /^Your website is ready\. Found .*2 projects\.$/);
  assert.ok(spoken.length < 16, `${spoken.length} is too much talk`);
});
