// The form that corrects a chosen value or leaves it out.

import { button, byId, setText } from './dom.js';
import { hintFor, isProse, present } from './edits.js';
import { clearProblem, isAboutContent, markRefused, showProblem, unmarkRefused } from './problem.js';

/** `save(value, text)` keeps another text, or none where `text` is null; it rejects with a problem. */
export function createEditForm({ save }) {
  const form = byId('edit');
  const text = byId('edit-text');
  const problem = byId('edit-problem');
  let value = null;
  let isSaving = false;

  const show = (next) => {
    value = next;
    text.value = next.text;
    text.dir = 'auto';
    setText(byId('edit-label'), `Correct it: ${next.label}`);
    setText(byId('edit-hint'), hintFor(next.pointer));
    byId('edit-remove').hidden = next.isOpen && !next.canBeUnknown;
    byId('edit-open').hidden = !next.canGoOn;
    forgive();
    form.hidden = false;
  };

  const clear = () => {
    value = null;
    form.hidden = true;
    forgive();
  };

  /** Shows words that were to be saved and are not, with what became of them. */
  const offer = (words, what) => {
    if (words !== null) text.value = words;
    refuse(words, what);
  };

  const refuse = (words, what) => {
    // What a button said is said again; else what is in the field by then is sent.
    const again = button('Send it again', () => submit(words === null || words === present ? words : written()));
    showProblem(problem, what, ...(what.retryable ? [again] : []));
    if (isAboutContent(what)) markRefused(text, problem);
  };

  const written = () => text.value.trim() || null;

  const forgive = () => {
    if (problem.contains(document.activeElement)) text.focus();
    clearProblem(problem);
    unmarkRefused(text, problem);
  };

  const submit = async (words) => {
    if (isSaving || value === null) return;
    // A refusal is about the words it was given: it stands beside them until there are others that are taken.
    forgive();
    if ((words ?? '') === value.text) return;
    const asked = value;
    isSaving = true;
    try {
      await save(asked, words);
    } catch (error) {
      if (value === asked) refuse(words, error.problem ?? { title: 'It was not saved', message: 'Try again in a moment.', retryable: true });
    } finally {
      isSaving = false;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(written());
  });
  byId('edit-remove').addEventListener('click', () => submit(null));
  byId('edit-open').addEventListener('click', () => submit(present));
  text.addEventListener('keydown', (event) => {
    // A name has one line, so Enter is the end of it.
    const isEnd = event.key === 'Enter' && !event.isComposing && (event.ctrlKey || event.metaKey || (!event.shiftKey && value !== null && !isProse(value.pointer)));
    if (!isEnd) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return { show, offer, clear };
}
