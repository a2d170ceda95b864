/** The budget of the first load: every script the page asks for before anybody does anything. */
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);

export default [{ name: 'first load', path: scripts, limit: '150 kB', gzip: true }];
