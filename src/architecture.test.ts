import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The policy of the house: who may import whom. A folder may import what its line names, itself and
 * packages; nothing else. Not edited to get green.
 */
const CORE = [
  'formats',
  'report',
  'checks',
  'paper',
  'compare',
  'file',
  'export',
  'paste',
  'reading',
];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  formats: [],
  report: ['formats'],
  checks: ['formats', 'report'],
  paper: ['formats', 'report', 'checks'],
  compare: ['formats', 'report', 'paper'],
  file: ['formats', 'report', 'checks', 'paper'],
  export: ['formats', 'report', 'checks', 'paper', 'file'],
  paste: ['formats', 'report', 'file'],
  reading: ['formats', 'report', 'checks', 'compare', 'file'],
  drafts: ['formats', 'report', 'compare'],
  samples: ['formats', 'report', 'drafts'],
  session: ['formats', 'report', 'checks', 'drafts'],
  cli: ['formats', 'report', 'checks', 'file', 'export', 'reading'],
  ui: [],
  styles: [],
  ports: [...CORE, 'drafts', 'session', 'ui'],
  findings: ['formats', 'report', 'checks', 'session', 'ui'],
  changes: ['formats', 'report', 'compare', 'file', 'drafts', 'session', 'ui', 'findings'],
  review: [
    'formats',
    'report',
    'checks',
    'compare',
    'file',
    'drafts',
    'session',
    'ui',
    'findings',
    'changes',
  ],
  preview: [...CORE, 'session', 'ui', 'findings', 'changes', 'review'],
  editor: ['formats', 'report', 'checks', 'paste', 'session', 'ui'],
  intake: ['formats', 'report', 'checks', 'reading', 'ui'],
  trend: ['formats', 'report', 'compare', 'drafts', 'ui', 'ports'],
  desk: [...CORE, 'drafts', 'session', 'samples', 'ui', 'ports', 'changes', 'intake'],
  draft: [
    ...CORE,
    'drafts',
    'session',
    'samples',
    'ui',
    'ports',
    'findings',
    'changes',
    'review',
    'preview',
    'editor',
  ],
  app: [
    'file',
    'export',
    'drafts',
    'session',
    'report',
    'ui',
    'ports',
    'desk',
    'draft',
    'trend',
    'findings',
  ],
  platform: [...CORE, 'drafts', 'session', 'ui', 'ports'],
};
/** Run in Node without React, DOM, clock or storage. */
const PURE = [...CORE, 'drafts', 'samples', 'session'];
const IMPURE =
  /\b(?:window|document\.(?:body|head|cookie|create|get|query|add|exec)\w*|navigator|localStorage|sessionStorage|indexedDB|Date\.now|new Date\(\)|Math\.random|setTimeout|fetch\()|from '(?:react|react-dom)/;
const DANGEROUS =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|eval\(|new Function)\b/;

const ROOT = new URL('.', import.meta.url).pathname;

interface Module {
  readonly path: string;
  readonly folder: string;
  readonly code: string;
  /** Paths below `src`, with their extension. */
  readonly imports: readonly string[];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function moduleAt(path: string): Module {
  const code = readFileSync(ROOT + path, 'utf8');
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const names = [...withoutComments.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    ([, name = '']) => name,
  );
  const imports = names.map((name) => posix.join(posix.dirname(path), name.replace(/\?.*$/, '')));
  return {
    path,
    folder: path.includes('/') ? path.split('/')[0]! : '',
    code: withoutComments,
    imports,
  };
}

const files = filesBelow('.');
const modules = files
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.bench\.ts$|^testing\//.test(path))
  .map(moduleAt);

test('every folder has its place in the policy', () => {
  const folders = new Set(modules.map(({ folder }) => folder).filter(Boolean));
  expect([...folders].filter((folder) => !MAY_IMPORT[folder])).toEqual([]);
});

test('arrows point up only', () => {
  const wrong = modules.flatMap(({ path, folder, imports }) =>
    imports
      .map((target) => [path, target, target.split('/')[0]!] as const)
      .filter(([, , to]) => folder !== '' && to !== folder && !MAY_IMPORT[folder]?.includes(to))
      .map(([from, target]) => `${from} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no module imports itself in a circle', () => {
  const byPath = new Map(modules.map((one) => [one.path, one]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '));
    if (above.includes(path) || done.has(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) walk(target, [...above, path]);
    done.add(path);
  };
  for (const { path } of modules) walk(path, []);
  expect(circles).toEqual([]);
});

test('every import leads to a file', () => {
  const missing = modules.flatMap(({ path, imports }) =>
    imports.filter((target) => !files.includes(target)).map((target) => `${path} → ${target}`),
  );
  expect(missing).toEqual([]);
});

describe('the pure core', () => {
  test.each(PURE)('%s knows no React, DOM, clock or storage', (name) => {
    const impure = modules.filter(({ folder, code }) => folder === name && IMPURE.test(code));
    expect(impure.map(({ path, code }) => `${path}: ${IMPURE.exec(code)?.[0]}`)).toEqual([]);
  });
});

test('one module names the storage', () => {
  const others = modules.filter(
    ({ path, code }) => path !== 'platform/storage.ts' && /\b(?:local|session)Storage\b/.test(code),
  );
  expect(others.map(({ path }) => path)).toEqual([]);
});

test('no markup is made from text, and no text is run', () => {
  expect(modules.filter(({ code }) => DANGEROUS.test(code)).map(({ path }) => path)).toEqual([]);
});

test('text becomes markup or a program in one module alone', () => {
  const sink = /\bnew DOMParser\b|serviceWorker\.register|\bnew (?:Shared)?Worker\b|createPolicy/;
  const others = modules.filter(
    ({ path, folder, code }) =>
      path !== 'platform/trusted-types.ts' && folder !== 'cli' && sink.test(code),
  );
  expect(others.map(({ path }) => path)).toEqual([]);
});

test('there are no barrels, and every module says what it is for', () => {
  expect(files.filter((path) => /(?:^|\/)index\.tsx?$/.test(path))).toEqual([]);
  const silent = modules.filter(
    ({ path }) =>
      !readFileSync(ROOT + path, 'utf8')
        .trimStart()
        .startsWith('/**'),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});

/** Modules in one folder, lines of the wiring: more is a room without an idea. */
const MOST_MODULES = 30;
const MOST_IN_APP = 8;
const MOST_WIRING = 80;

describe('a room', () => {
  test(`has at most ${MOST_MODULES} modules`, () => {
    const counts = new Map<string, number>();
    for (const { path } of modules) {
      const folder = posix.dirname(path);
      if (!/\.fixture\.ts$/.test(path)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > MOST_MODULES)).toEqual([]);
    expect(counts.get('app')).toBeLessThanOrEqual(MOST_IN_APP);
  });

  test('is wired in main.tsx and nowhere else', () => {
    const wiring = readFileSync(`${ROOT}main.tsx`, 'utf8').split('\n').length;
    expect(wiring).toBeLessThanOrEqual(MOST_WIRING);
  });
});

test('one helper memoises, and nothing watches what is read', () => {
  const memories = modules.filter(
    ({ path, code }) => path !== 'formats/memoise.ts' && /new WeakMap|new Proxy/.test(code),
  );
  expect(memories.map(({ path }) => path)).toEqual([]);
});

test('no key is kept from React', () => {
  const kept = modules.filter(
    ({ folder, code }) =>
      ['editor', 'checks', 'report', 'session'].includes(folder) &&
      /stopPropagation\(|window\.addEventListener\('(?:input|key)/.test(code),
  );
  expect(kept.map(({ path }) => path)).toEqual([]);
});

/** Names that two files export: a word that means two things has to be looked up each time. */
const MOST_SHARED_NAMES = 5;

test('an exported name means one thing', () => {
  const homes = new Map<string, string[]>();
  for (const { path, code } of modules.filter((one) => !/\.fixture\.ts$/.test(one.path))) {
    for (const [, name = ''] of code.matchAll(
      /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm,
    )) {
      homes.set(name, [...(homes.get(name) ?? []), path]);
    }
  }
  expect(homes.size).toBeGreaterThan(500);
  const shared = [...homes].filter(([, paths]) => paths.length > 1);
  expect(
    shared.length,
    shared.map(([name, paths]) => `${name}: ${paths.join(', ')}`).join('\n'),
  ).toBeLessThanOrEqual(MOST_SHARED_NAMES);
});

/** Least share of the core's exports that say in a sentence what they are. */
const LEAST_EXPLAINED = 0.9;

test(`at least ${LEAST_EXPLAINED * 100} % of what the core exports is explained`, () => {
  const core = modules.filter(
    ({ path, folder }) =>
      [...CORE, 'drafts', 'session'].includes(folder) && !/\.fixture\.ts$/.test(path),
  );
  const silent: string[] = [];
  let exported = 0;
  for (const { path } of core) {
    const code = readFileSync(ROOT + path, 'utf8');
    for (const match of code.matchAll(
      /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm,
    )) {
      exported += 1;
      // A comment that ends right above the export and is a sentence of its own.
      const isExplained = /\/\*\*(?:(?!\*\/)[\s\S])*[^\s*](?:(?!\*\/)[\s\S])*\*\/\n$/.test(
        code.slice(0, match.index),
      );
      if (!isExplained) silent.push(`${path}: ${match[1]}`);
    }
  }
  expect(exported).toBeGreaterThan(500);
  expect(1 - silent.length / exported, silent.join('\n')).toBeGreaterThanOrEqual(LEAST_EXPLAINED);
});

/** Tables that are no rows and columns of ours; `docs/architecture.md` says why of each. */
const FOREIGN_TABLES = ['intake/reading-table.tsx', 'intake/source-view.tsx'];

test('every table goes through the data table, but for what was read elsewhere', () => {
  const others = modules.filter(
    ({ path, code }) =>
      path !== 'ui/data-table.tsx' && path.endsWith('.tsx') && /<table(?:\s|>)/.test(code),
  );
  expect(others.map(({ path }) => path)).toEqual(FOREIGN_TABLES);
  const architecture = readFileSync(`${ROOT}../docs/architecture.md`, 'utf8');
  expect(FOREIGN_TABLES.filter((path) => !architecture.includes(path))).toEqual([]);
});
