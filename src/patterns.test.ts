import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { STATUTORY_FORMATS } from './formats/registry.ts';
import { runningTable } from './paste/clipboard-words.ts';
import { statutoryLabels } from './paste/statutory-labels.ts';
import { findLabels } from './reading/tables/find-labels.ts';
import { rowWords } from './reading/tables/vocabulary.ts';
import { slowParts } from './testing/pattern-safety.ts';

interface BuiltPattern {
  readonly source: string;
  readonly flags: string;
}

/** Every pattern put together while this test runs: those of modules, and those made by calls. */
const built = vi.hoisted((): BuiltPattern[] => []);

vi.mock('./report/built-pattern.ts', async (original) => {
  const real = await original<typeof import('./report/built-pattern.ts')>();
  const noted = (pattern: RegExp): RegExp => {
    built.push({ source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  return {
    builtPattern: (source: string, flags?: string) => noted(real.builtPattern(source, flags)),
    forAllMatches: (pattern: RegExp) => noted(real.forAllMatches(pattern)),
  };
});

const ROOT = new URL('.', import.meta.url).pathname;
const HELPER = 'report/built-pattern.ts';

function filesBelow(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow('.')
  .filter((path) => /\.tsx?$/.test(path))
  .filter((path) => !/\.(?:test|bench|fixture)\.tsx?$|^testing\/|\.d\.ts$/.test(path))
  .map((path) => ({
    path,
    file: ts.createSourceFile(
      path,
      readFileSync(ROOT + path, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    ),
  }));

interface Found {
  readonly where: string;
  readonly path: string;
  readonly node: ts.Node;
}

/** All nodes of a kind in the program, with where they stand. */
function everywhere(isWanted: (node: ts.Node) => boolean): readonly Found[] {
  return sources.flatMap(({ path, file }) => {
    const found: Found[] = [];
    const walk = (node: ts.Node): void => {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (isWanted(node)) found.push({ where: `${path}:${line}`, path, node });
      ts.forEachChild(node, walk);
    };
    walk(file);
    return found;
  });
}

const literals = everywhere(ts.isRegularExpressionLiteral).map(({ where, node }) => {
  const text = node.getText();
  const end = text.lastIndexOf('/');
  return { where, source: text.slice(1, end), flags: text.slice(end + 1) };
});

function isCallOf(node: ts.Node, names: readonly string[]): boolean {
  return (
    (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
    names.includes(node.expression.getText())
  );
}

function isInFunction(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) return true;
  }
  return false;
}

/** Patterns made of the labels of a format, when they are first needed; called below. */
const MADE_WHEN_CALLED = ['paste/clipboard-words.ts', 'reading/tables/find-labels.ts'];

beforeAll(async () => {
  for (const path of new Set(
    everywhere((node) => isCallOf(node, ['builtPattern'])).map((found) => found.path),
  )) {
    await import(`${ROOT}${path}`);
  }
  for (const format of STATUTORY_FORMATS) {
    for (const section of format.sections) {
      if (section.kind !== 'table') continue;
      runningTable('无', statutoryLabels(section.table));
      findLabels('无', rowWords(STATUTORY_FORMATS, section.table.id));
    }
  }
});

describe('a pattern is refused that may take more than linear time', () => {
  test.each([
    ['nested counts', '(?:a+)+b'],
    ['counts side by side that take the same', '\\d+\\d+x'],
    ['the same with something between', 'a[^。]*、[^。]*b'],
    ['blanks at the end of a line', '\\s+$'],
    ['a run that many attempts go over', '由[^。]*部分'],
    ['a run looked for ahead', '由(?=[^。]*部分)'],
    ['a run looked for behind', '(?<=由[^。]*)部分'],
    ['alternatives that take the same', '(?:a|a)*b'],
    ['one of several ways through a group', '(?:^|x)?\\d+y'],
  ])('%s', (_, source) => {
    expect(slowParts(source, '')).not.toEqual([]);
  });

  test.each([
    ['a run that begins at the beginning', '^\\s+$'],
    ['a run that begins where it can be told', '（[^（）]*）'],
    ['a run whose beginning is looked at', '(?<!\\d)\\d+件'],
    ['a run with a bound', '由[^。]{0,40}部分'],
    ['a run at the end, which cannot fail', '\\s+'],
  ])('%s is none', (_, source) => {
    expect(slowParts(source, '')).toEqual([]);
  });
});

test('no pattern of the program takes more than linear time', () => {
  expect(literals.length).toBeGreaterThan(300);
  const slow = literals.flatMap(({ where, source, flags }) =>
    slowParts(source, flags).map((part) => `${where} /${source}/${flags}: ${part}`),
  );
  expect(slow).toEqual([]);
});

test('no pattern put together by the program does', () => {
  expect(built.length).toBeGreaterThan(60);
  const slow = built.flatMap(({ source, flags }) =>
    slowParts(source, flags).map((part) => `/${source}/${flags}: ${part}`),
  );
  expect(slow).toEqual([]);
});

test('patterns are put together in one place, where they are seen', () => {
  const elsewhere = everywhere((node) => isCallOf(node, ['RegExp'])).filter(
    ({ path }) => path !== HELPER,
  );
  expect(elsewhere.map(({ where }) => where)).toEqual([]);
});

test('they are put together when a module is loaded, or by a call made here', () => {
  const late = everywhere((node) => isCallOf(node, ['builtPattern'])).filter(
    ({ path, node }) => path !== HELPER && isInFunction(node) && !MADE_WHEN_CALLED.includes(path),
  );
  expect(late.map(({ where }) => where)).toEqual([]);
});

test('no text is taken for a pattern', () => {
  // `match` and `search` make a pattern of a text they are given.
  const taken = everywhere(
    (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ['match', 'matchAll', 'search'].includes(node.expression.name.text) &&
      node.arguments.some((one) => ts.isStringLiteralLike(one) || ts.isTemplateExpression(one)),
  );
  expect(taken.map(({ where }) => where)).toEqual([]);
});
