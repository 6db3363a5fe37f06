// What people read. Everything here is pure: state or figures in, words out.

import { isOver } from './journey.js';

const phases = {
  VALIDATION: 'Checking the file',
  PROCESSING: 'Reading your CV',
  GENERATION: 'Making your website',
  FINALIZATION: 'Finishing',
};

const sections = {
  work: ['job', 'jobs'],
  education: ['school', 'schools'],
  skills: ['skill', 'skills'],
  languages: ['language', 'languages'],
  projects: ['project', 'projects'],
  certificates: ['certificate', 'certificates'],
  publications: ['publication', 'publications'],
  awards: ['award', 'awards'],
  volunteer: ['voluntary role', 'voluntary roles'],
  interests: ['interest', 'interests'],
  references: ['reference', 'references'],
  talks: ['talk', 'talks'],
  courses: ['course', 'courses'],
  links: ['link', 'links'],
  other: ['other section', 'other sections'],
};

// Sections of which a person has one: a count would say nothing.
const single = { basics: 'contact details', contact: 'contact', name: 'name', summary: 'summary', photo: 'photo' };

/** A phase's name on the wire in people's words; an unknown one is read out as it is. */
export const phaseWords = (name) => phases[name] ?? sentenceCase(name);

/** "4 jobs", "1 language", "name and contact". */
export function findingWords({ section, count }) {
  const key = section.replace(/^x-/, '');
  if (key in single) return single[key];
  const [one, many] = sections[key] ?? [`entry of ${sentenceCase(key).toLowerCase()}`, `entries of ${sentenceCase(key).toLowerCase()}`];
  return `${count} ${count === 1 ? one : many}`;
}

/** "4 jobs, 26 skills and 2 languages"; what was not found is not mentioned. */
export function findingsSentence(findings) {
  const parts = findings.filter((finding) => finding.count > 0).map(findingWords);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "40 ms", "1.8 s", "12 s", "2 min 05 s". */
export function duration(ms) {
  if (ms < 1) return 'under 1 ms';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A running clock: tenths below ten seconds, so that it is seen to move and can still be read. */
export function clock(ms) {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  return duration(ms);
}

/** What is left, as coarse as it is known. */
export function remaining(ms) {
  if (ms === null) return '';
  if (ms <= 0) return 'taking a little longer than usual';
  if (ms < 1500) return 'about a second left';
  if (ms < 60_000) return `about ${Math.round(ms / 1000)} s left`;
  return `about ${Math.round(ms / 60_000)} min left`;
}

/** "312 bytes", "48 KB", "1.4 MB". */
export function bytes(count) {
  if (count < 1000) return count === 1 ? '1 byte' : `${count} bytes`;
  if (count < 999_500) return `${Math.round(count / 1000)} KB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

/** "PDF, text or Markdown, up to 10 MB." */
export function acceptedWords(formats, mostBytes) {
  const names = formats.map(({ name }) => name);
  const most = `up to ${Math.floor((mostBytes / 1_048_576) * 10) / 10} MB`;
  return `${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}, ${most}.`;
}

export const percent = (fraction) => `${Math.round(fraction * 100)} %`;

/** A language by its own name, "Deutsch"; without a tag, that it stays the CV's. */
export function languageChoice(tag, resumeLanguage) {
  if (tag) return languageName(tag, tag);
  return resumeLanguage ? `As in the CV: ${languageName(resumeLanguage, 'en')}` : 'As in the CV';
}

function languageName(tag, inLanguage) {
  try {
    const name = new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag);
    return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
  } catch {
    return tag;
  }
}

/** How sure the reading is, and what that asks of its owner. */
export function confidenceWords(confidence) {
  if (confidence >= 0.85) return `${percent(confidence)} sure of what it read`;
  if (confidence >= 0.6) return `${percent(confidence)} sure of what it read, so look it over`;
  return `Only ${percent(confidence)} sure of what it read, so check every line`;
}

/** The page's heading for where the journey stands. */
export function headline(state) {
  if (state.deleted) return 'This CV has been deleted';
  switch (state.status) {
    case 'connecting': return 'Opening your CV';
    case 'queued': return 'Waiting its turn';
    case 'waiting': return 'Waiting for the file';
    case 'completed': return 'Your website is ready';
    case 'cancelled': return 'This was stopped';
    case 'failed':
    case 'abandoned': return state.error?.title ?? 'This did not work';
    default: return state.currentPhase ? phaseWords(state.currentPhase) : 'Getting started';
  }
}

export function queueWords(position) {
  if (position === null) return '';
  if (position === 0) return 'Yours is next.';
  return position === 1 ? 'One CV is before yours.' : `${position} CVs are before yours.`;
}

/** What a screen reader is told about a change; empty when the change is not worth a word. */
export function announcement(before, now) {
  if (now.deleted && !before.deleted) return headline(now);
  if (isOver(now) && !isOver(before)) {
    if (now.status === 'completed') return `${headline(now)}. ${found(now.findings)}`.trim();
    return `${headline(now)}. ${now.error?.message ?? now.reason ?? ''}`.trim();
  }
  if (isOver(now)) return '';
  if (now.findings.length > before.findings.length) return found(now.findings);
  if (now.currentPhase !== before.currentPhase && now.currentPhase) return `${headline(now)}, ${Math.floor(now.percentage)} percent`;
  if (now.status === 'queued' && before.status !== 'queued') return `${headline(now)}. ${queueWords(now.queuePosition)}`.trim();
  return '';
}

const found = (findings) => {
  const sentence = findingsSentence(findings);
  return sentence && `Found ${sentence}.`;
};

function sentenceCase(name) {
  const words = name.replaceAll(/[_-]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
