// What was read from a CV, in people's terms: its values by section, how sure each is, and where it stands. Pure: a résumé and its lines in, words and figures out.

import { present } from './edits.js';

const sections = [
  ['basics', 'You'],
  ['work', 'Work'],
  ['education', 'Education'],
  ['skills', 'Skills'],
  ['languages', 'Languages'],
  ['projects', 'Projects'],
  ['certificates', 'Certificates'],
  ['awards', 'Awards'],
  ['publications', 'Publications'],
  ['x-talks', 'Talks'],
  ['x-courses', 'Courses'],
  ['volunteer', 'Voluntary work'],
  ['interests', 'Interests'],
  ['references', 'References'],
];

const other = 'x-other';

const fields = {
  name: 'Name', label: 'Title', email: 'Mail', phone: 'Phone', url: 'Address on the web', summary: 'Summary', 'x-summary': 'Summary',
  address: 'Street', postalCode: 'Postal code', city: 'City', region: 'Region', countryCode: 'Country', network: 'Profile on', username: 'Profile name',
  position: 'Position', organization: 'Organisation', startDate: 'From', endDate: 'Until', releaseDate: 'Date', date: 'Date', highlights: 'Point', keywords: 'Skill',
  institution: 'School', studyType: 'Degree', area: 'Subject', score: 'Grade', language: 'Language', fluency: 'Level', title: 'Title', awarder: 'Given by', issuer: 'Given by',
  publisher: 'Published by', provider: 'Given by', courses: 'Course', event: 'Event', description: 'Description', reference: 'Reference', location: 'Place', 'x-location': 'Place',
};

const special = {
  work: { name: 'Employer' },
  skills: { name: 'Group' },
  interests: { name: 'Interest' },
  [other]: { title: 'Heading', lines: 'Line' },
};

/** From which figure on a value counts as sure or as likely; below both it is to be checked. */
export const bounds = Object.freeze({ sure: 0.9, likely: 0.7 });

const certainties = { sure: 'sure', likely: 'likely', check: 'please check', unplaced: 'no place found', own: 'yours', given: '', ongoing: '', endless: '' };

// What may be written in the place of an end that is not there, and means what is there.
const openEnds = { ongoing: present, endless: '' };

/** The sections whose entries last; of some it can be said that their end is not known, the others go on without one. */
const lasting = { work: true, volunteer: true, projects: true, education: false };

export const certaintyWords = (certainty) => certainties[certainty];

export function certaintyOf(confidence) {
  if (confidence >= bounds.sure) return 'sure';
  return confidence >= bounds.likely ? 'likely' : 'check';
}

/**
 * The values in groups `{key, title, values}`: first those to check from all sections, then the sections, then the lines that found no place.
 * A value is `{pointer, label, text, certainty, place}`; groups without values are left out. Where an entry has a beginning and no end, there is a
 * value for its end, to be written: its text is "present", or empty where nothing says that it goes on. It is not counted, for it was not read.
 */
export function groupsOf(resume) {
  const bySection = [...sections, [other, 'Found no place']].map(([key, title]) => ({ key, title, values: valuesOf(resume, key, title) }));
  const check = bySection.flatMap(({ values }) => values.filter(({ isDoubtful }) => isDoubtful));
  const rest = bySection.map((group) => ({ ...group, values: group.values.filter(({ isDoubtful }) => !isDoubtful) }));
  return [
    { key: 'check', title: 'Please check', values: check.map((value) => ({ ...value, label: value.fullLabel })) },
    ...rest,
  ].filter(({ values }) => values.length > 0);
}

/** "14 values, 2 of them likely": what a group holds, in a few words. */
export function groupWords({ key, values: all }) {
  const values = all.filter(({ isOpen }) => !isOpen);
  const count = key === other ? counted(values.length, 'line', 'lines') : counted(values.length, 'value', 'values');
  if (key === 'check' || key === other) return count;
  const of = (wanted) => values.filter(({ certainty }) => certainty === wanted).length;
  if (of('sure') === values.length) return `${count}, all sure`;
  if (of('likely') === values.length) return `${count}, likely`;
  return [count, ...[[of('likely'), 'likely'], [of('own'), 'yours']].filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)].join(', ');
}

/** How much of the document found a place, and how sure the values are. */
export function summaryWords(resume) {
  const values = groupsOf(resume).filter(({ key }) => key !== other).flatMap((group) => group.values).filter(({ isOpen }) => !isOpen);
  if (values.every(({ certainty }) => certainty === 'given')) return `${counted(values.length, 'value', 'values')}, as your file gives them.`;
  const check = values.filter(({ certainty }) => certainty === 'check').length;
  const share = resume.meta?.placed ?? resume.meta?.coverage;
  const covered = share === undefined || share === null ? '' : share >= 1 ? '100 % of the lines found a place. ' : `${Math.min(99, Math.round(share * 100))} % of the lines found a place. `;
  const asked = check === 0 ? 'nothing stands out as doubtful' : `${check === 1 ? 'one is' : `${check} are`} worth a look`;
  return `${covered}Of ${counted(values.length, 'value', 'values')}, ${asked}.`;
}

/** Where a value comes from that stands nowhere in the document. */
export const originWords = (certainty) => origins[certainty] ?? 'As your file gives it';

const origins = { own: 'Written by you', ongoing: 'There is no end: it goes on', endless: 'There is no end, and nothing says that it goes on' };

/** A value as it is listed. */
export const shownText = ({ text, certainty }) => (certainty === 'endless' ? 'not known' : text);

/** "Page 2, lines 14 and 15". */
export function placeWords(place, pageCount) {
  const { lines } = place;
  const numbers = lines.length === 1 ? `line ${lines[0]}`
    : isRun(lines) && lines.length > 2 ? `lines ${lines[0]} to ${lines.at(-1)}`
    : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
  const pages = [place.page, ...(place.otherPages ?? []).map(({ page }) => page)];
  if (pages.length > 1) return `Pages ${pages.join(' and ')}, ${numbers}`;
  return pageCount > 1 ? `Page ${place.page} of ${pageCount}, ${numbers}` : `Page ${place.page}, ${numbers}`;
}

const lineHeight = 14;
const letterWidth = 5;
const textWidth = 480;
const margin = 24;
const shownLines = 56;

/** A page as boxes: `{width, height, boxes: [{number, x, y, width, height, isHit}]}` in points. Where the format has no places, lines are set one below the other. */
export function drawingOf(document, pageNumber, hits) {
  const page = document.pages.find(({ number }) => number === pageNumber);
  const lines = document.lines.filter((line) => line.page === pageNumber);
  const isHit = (line) => hits.includes(line.number);
  if (page?.width > 0 && page.height > 0 && lines.some(({ box }) => box?.length === 4)) {
    const boxes = lines.filter(({ box }) => box?.length === 4).map((line) => {
      const [x, y, width, height] = line.box;
      return { number: line.number, x, y, width, height, isHit: isHit(line) };
    });
    return { width: page.width, height: page.height, boxes };
  }
  return setBelowEachOther(lines, isHit);
}

function setBelowEachOther(lines, isHit) {
  const first = Math.max(0, lines.findIndex(isHit));
  const start = Math.max(0, Math.min(first - shownLines / 2, lines.length - shownLines));
  const shown = lines.slice(start, start + shownLines);
  let y = margin;
  const boxes = shown.map((line) => {
    const rows = Math.max(1, Math.min(6, Math.ceil((line.text.length * letterWidth) / textWidth)));
    const box = { number: line.number, x: margin, y, width: Math.min(textWidth, Math.max(20, line.text.length * letterWidth)), height: rows * lineHeight - 5, isHit: isHit(line) };
    y += rows * lineHeight;
    return box;
  });
  return { width: textWidth + 2 * margin, height: Math.max(y + margin, 300), boxes };
}

function valuesOf(resume, key, title) {
  const entries = resume[key];
  if (entries === undefined || entries === null) return [];
  const found = [];
  walk(entries, `/${key}`, (pointer, text) => {
    const value = valueOf(resume, key, title, pointer, text);
    found.push(value);
    if (key in lasting && /^\/\w+\/\d+\/startDate$/.test(pointer)) found.push(...openEndOf(resume, key, title, value));
  });
  return found.filter(({ pointer }) => pointer !== '/basics/image');
}

// An end that is not there stands where the beginning does.
function openEndOf(resume, key, title, start) {
  const entry = resume[key][Number(start.pointer.split('/')[2])];
  if (entry.endDate) return [];
  const certainty = entry['x-ongoing'] === false ? 'endless' : 'ongoing';
  const value = valueOf(resume, key, title, start.pointer.replace('startDate', 'endDate'), openEnds[certainty]);
  return [{ ...value, certainty, place: start.place, isDoubtful: start.isDoubtful, isOpen: true, canGoOn: certainty === 'endless', canBeUnknown: lasting[key] && certainty === 'ongoing', entry }];
}

function walk(node, pointer, tell) {
  if (typeof node === 'string') tell(pointer, node);
  else if (Array.isArray(node)) node.forEach((item, index) => walk(item, `${pointer}/${index}`, tell));
  else if (node && typeof node === 'object') for (const [name, child] of Object.entries(node)) walk(child, `${pointer}/${name}`, tell);
}

function valueOf(resume, key, title, pointer, text) {
  const [, , ...path] = pointer.split('/');
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  const name = special[key]?.[field] ?? fields[field] ?? field;
  const isEntry = /^\d+$/.test(path[0]) && Array.isArray(resume[key]) && resume[key].length > 1;
  const number = isEntry ? ` ${Number(path[0]) + 1}` : '';
  const isLonely = ['skills', 'interests', 'languages', 'references', other].includes(key);
  const certainty = key === other ? 'unplaced' : certaintyIn(resume.meta, pointer);
  return {
    pointer,
    text,
    label: isEntry && !isLonely ? `${Number(path[0]) + 1}. ${name}` : name,
    fullLabel: key === 'basics' || isLonely ? name : `${title}${number}: ${name}`,
    certainty,
    isDoubtful: certainty === 'check',
    canGoOn: key in lasting && field === 'endDate' && Boolean(resume[key][path[0]]?.startDate),
    place: resume.meta?.provenance?.[pointer] ?? null,
  };
}

// What a document does not say was written by its owner; what came as data was never read.
function certaintyIn(meta, pointer) {
  if (!meta?.confidence) return 'given';
  return meta.provenance?.[pointer] ? certaintyOf(meta.confidence[pointer] ?? 0) : 'own';
}

const isRun = (lines) => lines.every((line, index) => index === 0 || line === lines[index - 1] + 1);

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
