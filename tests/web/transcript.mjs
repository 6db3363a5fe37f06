import { readFileSync } from 'node:fs';
import { initialState, journey } from '../../src/Resume2Website.Server/wwwroot/js/journey.js';

/** The events of a transcript in the form they have on the wire. */
export function read(name) {
  const text = readFileSync(new URL(`transcripts/${name}.sse`, import.meta.url), 'utf8');
  return text.split('\n\n').filter((frame) => frame.trim()).map((frame) => {
    const field = (key) => frame.split('\n').find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
    return { type: field('event'), data: JSON.parse(field('data')) };
  });
}

export const fold = (events, state = initialState) => events.reduce(journey, state);

/** A single event, numbered and timed: `seq` is its number and its distance from the epoch in milliseconds unless `at` says otherwise. */
export const event = (type, seq, fields = {}, at = seq) =>
  ({ type, data: { workflow_id: 'w', seq, timestamp: new Date(at).toISOString(), ...fields } });
