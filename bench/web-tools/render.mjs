// Renders a résumé so many times, after as many that warm up, and writes the milliseconds of each as JSON: node render.mjs RESUME COUNT
import { readFileSync } from 'node:fs';
import { render } from 'jsonresume-theme-even';

const [, , file, count] = process.argv;
const resume = JSON.parse(readFileSync(file, 'utf8'));
const times = [];
for (let i = 0; i < 2 * count; i++) {
  const begun = performance.now();
  await render(resume);
  if (i >= count) times.push(performance.now() - begun);
}
console.log(JSON.stringify(times));
