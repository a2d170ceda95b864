/**
 * Finds what the end-to-end tests need beyond npm: a Chromium, a Chinese font, and the PDF tools. A
 * browser that is there is taken first, then Playwright's own, then Debian's package is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a command, or undefined. */
function onPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
}

/** The path of a Chromium that is here already, or undefined. */
export function presentChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found = COMMANDS.map(onPath).find(Boolean) ?? USUAL_PLACES.find((path) => existsSync(path));
  if (found) return found;
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

function hasChineseFont() {
  if (!onPath('fc-list')) return process.platform !== 'linux';
  return execFileSync('fc-list', [':lang=zh', 'family']).toString().trim() !== '';
}

/** Debian packages that are missing for the tests on this machine. */
export function missingPackages() {
  return [
    ...(presentChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
    ...(onPath('pdftotext') ? [] : ['poppler-utils']),
  ];
}

function install(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...words) => {
    const [command, ...rest] = [...sudo, ...words];
    execFileSync(command, rest, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Sees to it that everything is here; says what to install where it cannot do so itself. */
export function provide() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(' ')}`);
  if (!onPath('apt-get')) {
    throw new Error(
      `The end-to-end tests need: ${missing.join(', ')}. Install them and run again.`,
    );
  }
  install(missing);
}

/** The path of the Chromium to test with. */
export function chromiumPath() {
  const path = presentChromium();
  if (!path) throw new Error('No Chromium found; set CHROMIUM_PATH or install chromium.');
  return path;
}

/** Flags without which a browser in a bare machine or as root does not start, or calls out. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];
