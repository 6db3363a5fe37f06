// The résumé as the server has it. A change names the version it was made to; where the answer to it is lost, the server is asked what stands there. It knows no page.

import { ProblemError } from './api.js';
import { same } from './design.js';
import { textAt, withoutText, withText } from './edits.js';

/**
 * A job's résumé, read with `read() → {tag, view}` and written with `write(view, tag) → {tag}`; both reject with a problem.
 * `save(value, text)` writes another text, or none where it is null; `undo()` takes the last one back. Both give the résumé as it then is,
 * or reject with a problem: a `SupersededError` where something else stands there now.
 */
export function createResumeCopy({ read, write }) {
  let shown = null;
  let earlier = [];
  // Sent, and neither confirmed nor found on the server: it may still come in.
  let lost = null;

  const save = async (value, text) => {
    const change = { value, text };
    if (shown === null) {
      const first = await read();
      if (!stands(value, first.view)) throw supersededBy(first, change);
      shown = first;
    }
    return send(applied(shown.view, change), change);
  };

  const undo = () => send(earlier.at(-1), null);

  const send = async (sent, change, isSecond = false) => {
    let answer;
    try {
      answer = await write(sent, shown.tag);
    } catch (error) {
      if (!isUnsettled(error.problem)) throw error;
      return settle(sent, change, error, isSecond);
    }
    // Saved it is: where what the server made of it cannot be had, what was sent is the next best.
    return keep(await read().catch(() => ({ tag: answer.tag, view: sent })), change);
  };

  const settle = async (sent, change, error, isSecond) => {
    const late = lost;
    lost = change && { ...change, sent };
    const newest = await read().catch(() => { throw error; });
    if (isAlike(newest.view, sent)) return keep(newest, change);
    if (newest.tag === shown.tag) throw error.problem.status === 0 ? new ProblemError(notSaved) : error;
    if (late && change && !isSecond && isAlike(newest.view, late.sent)) {
      keep(newest, late);
      if (follows(change, late, newest.view)) return send(applied(newest.view, change), change, true);
    }
    throw supersededBy(newest, change);
  };

  const keep = (newest, change) => {
    if (change) earlier.push(shown.view);
    else earlier.pop();
    shown = newest;
    lost = null;
    return newest.view;
  };

  const supersededBy = (newest, change) => {
    shown = newest;
    earlier = [];
    lost = null;
    return new SupersededError(newest.view, change !== null && stands(change.value, newest.view));
  };

  return { save, undo, get canUndo() { return earlier.length > 0; } };
}

/** Something else stands on the server now: `view`, in which the value that was to be changed may still be `isStanding` as it was seen. */
export class SupersededError extends ProblemError {
  constructor(view, isStanding) {
    super(isStanding ? changedBeside : changedMeanwhile);
    this.view = view;
    this.isStanding = isStanding;
  }
}

/** Whether two résumés say the same, where one was sent and the other may be what the server made of it. */
export const isAlike = (one, other) => same(essence(one), essence(other));

const applied = (view, { value, text }) => (text === null ? withoutText(view, value.pointer) : withText(view, value.pointer, text));

// Many an entry has no end: the one that was seen is known by everything else in it.
const stands = (value, view) => (value.isOpen
  ? same(textAt(view, value.pointer.split('/').slice(0, 3).join('/')), value.entry)
  : textAt(view, value.pointer) === value.text);

// What one's own late change wrote is no surprise to whoever writes there again.
const follows = ({ value }, late, view) =>
  stands(value, view) || (late.value.pointer === value.pointer && late.text !== null && textAt(view, value.pointer) === late.text);

// It was made to another version, or nobody said what became of it.
const isUnsettled = (problem) => problem?.status === 412 || problem?.status === 0 || problem?.status >= 500;

// Where values come from is the server's to say; what is empty it leaves out, and an end like "present" it takes as none.
function essence(node, isRoot = true) {
  if (Array.isArray(node)) return node.map((item) => essence(item, false));
  if (node === null || typeof node !== 'object') return node;
  const { meta, ...rest } = node;
  const members = isRoot ? rest : node;
  const goesOn = members.startDate && typeof members.endDate === 'string' && !/\d/.test(members.endDate);
  return Object.fromEntries(Object.entries(members)
    .filter(([name, member]) => member !== null && member?.length !== 0 && !(goesOn && (name === 'endDate' || name === 'x-ongoing')))
    .map(([name, member]) => [name, essence(member, false)]));
}

const notSaved = {
  status: 0,
  title: 'It was not saved',
  message: 'The connection was lost before it arrived. Everything else is as the server has it.',
  retryable: true,
};

const changedMeanwhile = {
  title: 'The CV was changed elsewhere',
  message: 'In another window, perhaps. What is shown now is the newest; change it again if you still want to.',
};

const changedBeside = {
  title: 'The CV was changed elsewhere, so this is not saved yet',
  message: 'In another window, perhaps. What is shown now is the newest, and this value is as it was: send your change again if you still want it.',
  retryable: true,
};
