// The panel "Design": every choice shows at once, is saved by itself, and can be undone.

import { getDesign, saveDesign } from './api.js';
import { arranged, beneathTheLook, canRedo, canUndo, change, hiding, historyOf, moved, redo, same, titled, undo, waitBefore, withTemplate } from './design.js';
import { button, byId, element, reconcile, setText } from './dom.js';
import { createLook, showLook } from './looks.js';
import { languageChoice } from './words.js';
import { clearProblem, showProblem } from './problem.js';

const pauseMs = 250;

/** How wide the page of a thumbnail is laid out, in CSS pixels. */
const lookWidth = 1120;
const sectionNames = { 'x-talks': 'Talks', 'x-other': 'Other' };

export function createDesign({ announce, onSaved }) {
  const panel = byId('design');
  let jobId = null;
  let view = null;
  let tag = null;
  let history = null;
  let saved = null;
  let timer = 0;
  let isSaving = false;
  let texts = 0;

  /** Shows a job's design, once. */
  const show = async (id) => {
    if (jobId === id) return;
    clear();
    jobId = id;
    try {
      const answer = await getDesign(id);
      if (jobId !== id) return;
      adopt(answer);
      panel.hidden = false;
      render();
    } catch ({ problem }) {
      // The site stands without its design; the next look asks again.
      if (jobId !== id) return;
      jobId = null;
      const wait = waitBefore(problem);
      if (wait !== null) timer = setTimeout(show, wait, id);
    }
  };

  /** Looks again at what the sections and the thumbnails show, after the texts were changed. */
  const refresh = async () => {
    const id = jobId;
    if (id === null || history === null) return;
    try {
      const answer = await getDesign(id);
      if (jobId !== id || isSaving) return;
      view = answer.view;
      texts += 1;
      render();
    } catch {
      // The thumbnails are a moment old; the next change looks again.
    }
  };

  const clear = () => {
    clearTimeout(timer);
    jobId = null;
    view = null;
    isSaving = false;
    panel.hidden = true;
    setText(byId('design-state'), '');
    forgive();
    for (const list of ['looks', 'accents', 'arrange', 'language']) byId(list).replaceChildren();
  };

  const adopt = (answer) => {
    ({ tag, view } = answer);
    saved = view.design;
    history = historyOf(view.design);
  };

  const apply = (next, words) => {
    if (next === history) return;
    history = next;
    render();
    if (words) announce(words);
    setText(byId('design-state'), 'Saving…');
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  };

  const set = (fields, words) => apply(change(history, fields), words);

  // One at a time, so that each names the version that the one before it made.
  const save = async () => {
    if (isSaving || jobId === null) return;
    if (same(history.present, saved)) {
      setText(byId('design-state'), 'Saved');
      return;
    }
    const id = jobId;
    const wanted = history.present;
    isSaving = true;
    try {
      const answer = await saveDesign(id, wanted, tag);
      if (jobId !== id) return;
      tag = answer.tag;
      view = answer.view;
      saved = wanted;
      forgive();
      onSaved();
    } catch ({ problem }) {
      if (jobId !== id || !await recover(id, wanted, problem)) return;
    } finally {
      if (jobId === id) isSaving = false;
    }
    render();
    save();
  };

  const forgive = () => {
    const place = byId('design-problem');
    if (place.contains(document.activeElement)) panel.querySelector('.look :checked')?.focus();
    clearProblem(place);
  };

  /** Whether a choice was saved after all; what was refused is taken back, so that the panel says what the site is. */
  const recover = async (id, wanted, problem) => {
    const wait = waitBefore(problem);
    if (wait !== null) {
      // What is wanted stays wanted: it is sent again when the server said, or with the next change.
      setText(byId('design-state'), `Not saved yet; trying again in ${Math.ceil(wait / 1000)} s`);
      clearTimeout(timer);
      timer = setTimeout(save, wait);
      return false;
    }
    const isUnsettled = !problem || problem.status === 0 || problem.status >= 500;
    const newest = await getDesign(id).catch(() => null);
    if (jobId !== id) return false;
    const isSaved = newest !== null && same(newest.view.design, wanted);
    if (newest && (isSaved || isUnsettled)) {
      ({ tag, view } = newest);
      saved = view.design;
    } else if (newest) {
      adopt(newest);
    }
    if (newest) onSaved();
    if (isSaved) {
      forgive();
      return true;
    }
    setText(byId('design-state'), 'Not saved');
    showProblem(byId('design-problem'), problem ?? { title: 'It was not saved', message: 'Try again in a moment.' },
      ...(isUnsettled ? [button('Send it again', save)] : []));
    if (newest) render();
    return false;
  };

  const render = () => {
    const design = history.present;
    const template = view.templates.find(({ name }) => name === design.template);
    byId('design-undo').disabled = !canUndo(history);
    byId('design-redo').disabled = !canRedo(history);
    byId('show-phone').checked = design.show_phone;
    byId('show-address').checked = design.show_address;
    byId('show-photo').checked = design.show_photo;
    byId('show-photo-choice').hidden = !view.has_photo;
    byId('email').value = design.email;
    setText(byId('look-words'), template.description);
    renderLanguages(design);
    renderLooks(design);
    renderAccents(design, template);
    renderSections(design);
  };

  const renderLanguages = (design) => {
    const list = byId('language');
    reconcile(list, ['', ...view.languages], {
      key: (tag) => tag,
      create: (tag) => element('option', tag === '' ? { value: '' } : { value: tag, lang: tag }),
      update: (option, tag) => setText(option, languageChoice(tag, view.resume_language)),
    });
    list.value = design.language?.split('-')[0] ?? '';
  };

  const renderLooks = (design) => reconcile(byId('looks'), view.templates, {
    key: ({ name }) => name,
    create: ({ name }) => createLook(name, sentence(name), () => set(withTemplate(name), `Template ${name}`)),
    update: (node, { name }) => {
      node.querySelector('input').checked = name === design.template;
      const accent = name === design.template && design.accent ? `-${design.accent}` : '';
      // What is not saved yet cannot be looked at.
      showLook(node, `${accent} ${texts} ${beneathTheLook(saved)}`, `${view.site_url}look-${name}${accent}/`, `The template ${name}`);
    },
  });

  const renderAccents = (design, template) => reconcile(byId('accents'), template.accents.map((accent) => ({ ...accent, key: `${template.name} ${accent.name}` })), {
    key: ({ key }) => key,
    create: ({ name, light, dark }) => {
      const input = element('input', { type: 'radio', name: 'accent', value: name });
      input.addEventListener('change', () => set({ accent: name }, `Colour ${name}`));
      const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
      swatch.style.setProperty('--light', light);
      swatch.style.setProperty('--dark', dark);
      return element('label', { class: 'accent' }, input, swatch, element('span', {}, sentence(name)));
    },
    update: (node, { name }) => {
      node.querySelector('input').checked = name === (design.accent ?? template.accents[0].name);
    },
  });

  const renderSections = (design) => {
    const sections = arranged(view.sections, design.section_order);
    const names = sections.map(({ name }) => name);
    const move = (name, step) => set({ section_order: moved(names, name, step) }, `${labelOf(name)} moved ${step < 0 ? 'up' : 'down'}`);
    reconcile(byId('arrange'), sections, {
      key: ({ name }) => name,
      create: ({ name }) => {
        const shown = element('input', { type: 'checkbox', class: 'is-shown', autocomplete: 'off', 'aria-label': `Show ${labelOf(name)}` });
        shown.addEventListener('change', () => set({ hidden_sections: hiding(history.present.hidden_sections, name, shown.checked) }));
        const title = element('input', { type: 'text', class: 'heading', maxlength: '80', autocomplete: 'off', 'aria-label': `Heading of ${labelOf(name)}` });
        title.addEventListener('change', () => set({ section_titles: titled(history.present.section_titles, name, title.value) }));
        const up = element('button', { type: 'button', class: 'button small up', 'aria-label': `Move ${labelOf(name)} up` }, '↑');
        const down = element('button', { type: 'button', class: 'button small down', 'aria-label': `Move ${labelOf(name)} down` }, '↓');
        return element('li', { class: 'arrange-row' }, shown, title, up, down);
      },
      update: (row, { name, heading }) => {
        const isShown = !design.hidden_sections.includes(name);
        const [shown, title, up, down] = row.children;
        row.classList.toggle('is-hidden', !isShown);
        shown.checked = isShown;
        title.placeholder = heading && !saved.section_titles[name] ? heading : labelOf(name);
        if (document.activeElement !== title) title.value = design.section_titles[name] ?? '';
        up.onclick = () => { move(name, -1); up.focus(); };
        down.onclick = () => { move(name, 1); down.focus(); };
        up.disabled = name === names[0];
        down.disabled = name === names.at(-1);
      },
    });
  };

  const fit = () => {
    const width = byId('looks').querySelector('.thumb')?.clientWidth ?? 0;
    if (width > 0) byId('looks').style.setProperty('--scale', width / lookWidth);
  };

  new ResizeObserver(fit).observe(byId('looks'));
  byId('show-phone').addEventListener('change', ({ target }) => set({ show_phone: target.checked }));
  byId('show-address').addEventListener('change', ({ target }) => set({ show_address: target.checked }));
  byId('show-photo').addEventListener('change', ({ target }) => set({ show_photo: target.checked }));
  byId('email').addEventListener('change', ({ target }) => set({ email: target.value }));
  byId('language').addEventListener('change', ({ target }) => set({ language: target.value || null }));
  byId('design-undo').addEventListener('click', () => apply(undo(history), 'Undone'));
  byId('design-redo').addEventListener('click', () => apply(redo(history), 'Redone'));
  panel.addEventListener('keydown', (event) => {
    // In a field for text the keys belong to the text.
    if (!(event.ctrlKey || event.metaKey) || event.target.type === 'text' || history === null) return;
    const key = event.key.toLowerCase();
    const step = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
    if (!step) return;
    event.preventDefault();
    apply(step(history), step === undo ? 'Undone' : 'Redone');
  });

  return { show, refresh, clear };
}

const sentence = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const labelOf = (name) => sectionNames[name] ?? sentence(name);
