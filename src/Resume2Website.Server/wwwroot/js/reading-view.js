// The panel "What was read": choosing a value shows the lines it came from, where they stand on their page, and a form that corrects it.

import { getJob, getLines, getResume, saveResume } from './api.js';
import { byId, element, setText } from './dom.js';
import { createEditForm } from './edit-form.js';
import { clearProblem, showProblem } from './problem.js';
import { certaintyWords, drawingOf, groupsOf, groupWords, originWords, placeWords, shownText, summaryWords } from './reading.js';
import { createResumeCopy, SupersededError } from './resume-copy.js';

const svg = 'http://www.w3.org/2000/svg';
const wide = window.matchMedia('(min-width: 60rem)');

export function createReading({ announce, onSaved }) {
  const panel = byId('reading');
  const list = byId('values');
  const side = byId('place-side');
  const place = byId('place');
  const undo = byId('reading-undo');
  const form = createEditForm({ save });
  let jobId = null;
  let source = null;
  let chosen = null;
  let editableId = null;
  let copy = null;
  let changing = null;

  /** Shows what was read of a job, once. */
  const show = async (id) => {
    if (jobId === id) return;
    clear();
    jobId = id;
    copy = createResumeCopy({ read: () => getResume(id), write: (resume, tag) => saveResume(id, resume, tag) });
    try {
      const job = await getJob(id);
      if (!job.resume) throw new Error('nothing to show');
      const lines = await linesOf(id);
      if (jobId !== id) return;
      source = lines.document;
      render(job.resume);
      if (lines.gone) setText(byId('reading-summary'), lines.gone);
    } catch {
      // The panel explains a result that stands without it; the next look asks again.
      if (jobId === id) jobId = null;
    }
  };

  /** Lets values be corrected, once there is a site to see them on. */
  const allowEdits = (id) => {
    if (editableId === id) return;
    editableId = id;
    advise();
    if (chosen && isEditable()) form.show(chosen.value);
  };

  const isEditable = () => jobId !== null && jobId === editableId;

  const advise = () => {
    const ways = [source && 'to see where it stands in your CV', isEditable() && 'to correct it'].filter(Boolean);
    setText(byId('reading-advice'), ways.length === 0 ? '' : `Choose a value ${ways.join(', and ')}.`);
  };

  const clear = () => {
    jobId = null;
    source = null;
    copy = null;
    undo.hidden = true;
    unchoose();
    panel.hidden = true;
    list.replaceChildren();
    clearProblem(byId('reading-problem'));
  };

  const unchoose = () => {
    chosen = null;
    form.clear();
    side.append(place);
    place.hidden = true;
  };

  // The lines live as long as the upload, and data has none; the values stand without them.
  const linesOf = async (id) => {
    try {
      return { document: await getLines(id), gone: null };
    } catch ({ problem }) {
      if (problem?.status === 410) return { document: null, gone: problem.message };
      if (problem?.status === 404 || problem?.status === 409) return { document: null, gone: null };
      throw new Error('The lines could not be asked for.');
    }
  };

  const render = (resume) => {
    const open = new Set([...list.children].filter((group) => group.open).map((group) => group.dataset.group));
    const groups = groupsOf(resume);
    setText(byId('reading-summary'), summaryWords(resume));
    unchoose();
    advise();
    list.replaceChildren(...groups.map((group, index) => groupNode(group, open.size === 0 ? index === 0 : open.has(group.key))));
    panel.hidden = groups.length === 0;
  };

  async function save(value, text) {
    const view = await replace(() => copy.save(value, text), (error) => {
      if (!error.isStanding) return;
      settleOn(value.pointer);
      form.offer(text, error.problem);
    });
    if (view === null) return;
    settleOn(value.pointer);
    // Last, for what is chosen is said as well, and only the latest word is heard.
    announce(text === null ? `${value.label} is left out` : `${value.label} is saved`);
  }

  const takeBack = async () => {
    try {
      if (await replace(() => copy.undo()) === null) return;
      byId('reading-title').focus();
      announce('Undone');
    } catch ({ problem }) {
      showProblem(byId('reading-problem'), problem ?? { title: 'It was not undone', message: 'Try again in a moment.' });
    }
  };

  /** Changes the résumé and shows what it is then; null where that is not what was wanted, because it was changed elsewhere meanwhile. */
  const replace = async (work, onSuperseded = () => {}) => {
    if (changing === copy) return null;
    const own = copy;
    let superseded = null;
    let view;
    changing = own;
    try {
      view = await work();
    } catch (error) {
      if (!(error instanceof SupersededError)) throw error;
      superseded = error;
      view = error.view;
    } finally {
      if (changing === own) changing = null;
    }
    if (copy !== own) return null;
    undo.hidden = !copy.canUndo;
    clearProblem(byId('reading-problem'));
    render(view);
    onSaved();
    if (superseded === null) return view;
    if (!superseded.isStanding) showProblem(byId('reading-problem'), superseded.problem);
    onSuperseded(superseded);
    return null;
  };

  const settleOn = (pointer) => {
    const input = [...list.querySelectorAll('input')].find(({ value }) => value === pointer);
    if (!input) {
      list.querySelector('details[open] summary')?.focus();
      return;
    }
    input.closest('details').open = true;
    input.focus();
    input.click();
  };

  const groupNode = (group, isOpen) => {
    const node = element('details', { class: 'values-group', 'data-group': group.key },
      element('summary', {}, element('span', { class: 'group-title' }, group.title), ' ', element('span', { class: 'group-words' }, groupWords(group))),
      element('ul', { class: 'values-list' }, ...group.values.map(valueNode)));
    node.open = isOpen;
    return node;
  };

  const valueNode = (value) => {
    const input = element('input', { type: 'radio', name: 'value', value: value.pointer });
    const item = element('li', { class: 'value', 'data-certainty': value.certainty },
      element('label', {},
        input,
        element('span', { class: 'value-label' }, value.label),
        element('span', { class: 'value-text', dir: 'auto' }, shownText(value)),
        ...[certaintyWords(value.certainty)].filter(Boolean).map((words) => element('span', { class: 'certainty' }, words))));
    input.addEventListener('change', () => choose(value, item));
    return item;
  };

  const choose = (value, item) => {
    chosen = { value, item };
    const stands = source && value.place;
    const lines = stands ? value.place.lines.map((number) => source.lines.find((line) => line.number === number)).filter(Boolean) : [];
    const words = stands ? placeWords(value.place, source.pages.length) : value.place ? '' : originWords(value.certainty);
    setText(byId('place-words'), words);
    byId('place-lines').replaceChildren(...lines.map((line) => element('li', { dir: 'auto' }, line.text)));
    setText(byId('place-recognition'), recognitionWords(lines));
    byId('place-pages').replaceChildren(...(stands ? [value.place.page, ...(value.place.otherPages ?? []).map(({ page }) => page)].map((page) => drawing(page, value.place.lines)) : []));
    if (isEditable()) form.show(value);
    place.hidden = false;
    settle();
    announce([words, lines.map((line) => line.text).join(' ')].filter(Boolean).join(': '));
  };

  // On a narrow screen the place opens below the value it belongs to; where there is room it stands beside all of them.
  const settle = () => {
    if (chosen && !wide.matches) chosen.item.append(place);
    else side.append(place);
  };

  const drawing = (page, hits) => {
    const { width, height, boxes } = drawingOf(source, page, hits);
    const picture = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'page', 'aria-label': `Page ${page}, with the place marked` },
      shape('rect', { class: 'paper', x: 0, y: 0, width, height }),
      ...boxes.filter(({ isHit }) => !isHit).map((box) => shape('rect', { class: 'line', ...boxOf(box, 0) })),
      ...boxes.filter(({ isHit }) => isHit).map((box) => shape('rect', { class: 'hit', ...boxOf(box, 3) })));
    return picture;
  };

  wide.addEventListener('change', settle);
  undo.addEventListener('click', takeBack);
  return { show, allowEdits, clear };
}

const recognitionWords = (lines) => {
  const figures = lines.map((line) => line.recognition_confidence).filter((figure) => typeof figure === 'number');
  return figures.length === 0 ? '' : `Read from a picture, ${Math.round(Math.min(...figures) * 100)} % sure of the letters`;
};

const boxOf = ({ x, y, width, height }, room) => ({ x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room, rx: room === 0 ? 1 : 3 });

function shape(name, attributes, ...children) {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
