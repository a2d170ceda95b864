/**
 * The whole app as one HTML file that works when opened by double-click: script, style and icon stand
 * in the page, and its policy names
 * the script by its hash.
 */
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { hashSource, policyOf } from './policy.ts';

export const SINGLE_FILE = 'nianbaotong.html';

type Bundle = Rolldown.OutputBundle;

function onlyOne<T>(found: readonly T[], what: string): T {
  const [one, another] = found;
  if (one === undefined || another !== undefined) throw new Error(`expected one ${what}`);
  return one;
}

/** Script text that cannot end its element, nor begin a comment in it. */
function scriptText(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3c!--');
}

function styleText(bundle: Bundle): string {
  const sheets = Object.values(bundle).flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  );
  return onlyOne(sheets, 'style sheet').trim();
}

function pageOf(html: string, script: string, style: string, icon: string): string {
  const policy = policyOf({ script: hashSource(script), style: '', image: 'data:' });
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`,
    `<style>${style}</style>`,
  ].join('\n    ');
  const bare = html
    .replace(/\s*<(?:link|script)\b[^>]*(?:href|src)="\.\/[^>]*>(?:<\/script>)?/g, '')
    .replace(/(<meta charset="utf-8" \/>)/, () => `<meta charset="utf-8" />\n    ${head}`);
  return bare.replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`);
}

function foldedPage(bundle: Bundle): string {
  const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []));
  const script = scriptText(onlyOne(chunks, 'script').code);
  if (script.includes('__VITE_PRELOAD__')) throw new Error('the script is not finished');
  const page = bundle['index.html'];
  if (page?.type !== 'asset') throw new Error('expected a page');
  const icon = readFileSync('public/icon.svg').toString('base64');
  return pageOf(String(page.source), script, styleText(bundle), icon);
}

/** Folds the one script and the one style of a build into one page and drops all else. */
export function singleFile(): Plugin {
  return {
    name: 'single-file',
    apply: 'build',
    enforce: 'post',
    // After Vite's own last step, which fills in what the dynamic imports were given.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = foldedPage(bundle);
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: 'asset', fileName: SINGLE_FILE, source });
      },
    },
  };
}
