// The panel "What was read": choosing a value shows the lines it came from, and where they stand on their page.

import { getJob, getLines } from './api.js';
import { byId, element, setText } from './dom.js';
import { certaintyWords, drawingOf, groupsOf, groupWords, placeWords, summaryWords } from './reading.js';

const svg = 'http://www.w3.org/2000/svg';
const wide = window.matchMedia('(min-width: 60rem)');

export function createReading({ announce }) {
  const panel = byId('reading');
  const list = byId('values');
  const side = byId('place-side');
  const place = byId('place');
  let jobId = null;
  let source = null;
  let chosen = null;

  /** Shows what was read of a job, once; where it has no lines to point at, nothing. */
  const show = async (id) => {
    if (jobId === id) return;
    clear();
    jobId = id;
    try {
      const job = await getJob(id);
      if (!job.lines_url || !job.resume) throw new Error('nothing to point at');
      const lines = await getLines(id);
      if (jobId !== id) return;
      source = lines;
      render(job.resume);
    } catch {
      // The panel explains a result that stands without it; the next look asks again.
      if (jobId === id) jobId = null;
    }
  };

  const clear = () => {
    jobId = null;
    source = null;
    chosen = null;
    panel.hidden = true;
    side.append(place);
    place.hidden = true;
    list.replaceChildren();
  };

  const render = (resume) => {
    const groups = groupsOf(resume);
    setText(byId('reading-summary'), summaryWords(resume));
    list.replaceChildren(...groups.map(groupNode));
    panel.hidden = groups.length === 0;
  };

  const groupNode = (group, index) => {
    const node = element('details', { class: 'values-group', 'data-group': group.key },
      element('summary', {}, element('span', { class: 'group-title' }, group.title), ' ', element('span', { class: 'group-words' }, groupWords(group))),
      element('ul', { class: 'values-list' }, ...group.values.map(valueNode)));
    node.open = index === 0;
    return node;
  };

  const valueNode = (value) => {
    const input = element('input', { type: 'radio', name: 'value', value: value.pointer });
    const item = element('li', { class: 'value', 'data-certainty': value.certainty },
      element('label', {},
        input,
        element('span', { class: 'value-label' }, value.label),
        element('span', { class: 'value-text' }, value.text),
        element('span', { class: 'certainty' }, certaintyWords(value.certainty))));
    input.addEventListener('change', () => choose(value, item));
    return item;
  };

  const choose = (value, item) => {
    chosen = item;
    const lines = value.place.lines.map((number) => source.lines.find((line) => line.number === number)).filter(Boolean);
    const words = placeWords(value.place, source.pages.length);
    setText(byId('place-words'), words);
    byId('place-lines').replaceChildren(...lines.map((line) => element('li', {}, line.text)));
    setText(byId('place-recognition'), recognitionWords(lines));
    byId('place-pages').replaceChildren(...[value.place.page, ...(value.place.otherPages ?? []).map(({ page }) => page)].map((page) => drawing(page, value.place.lines)));
    place.hidden = false;
    settle();
    announce(`${words}: ${lines.map((line) => line.text).join(' ')}`);
  };

  // On a narrow screen the place opens below the value it belongs to; where there is room it stands beside all of them.
  const settle = () => {
    if (chosen && !wide.matches) chosen.append(place);
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
  return { show, clear };
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
