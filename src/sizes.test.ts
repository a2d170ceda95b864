import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** How large a thing may be, in lines: what wants to be larger is two ideas. No exceptions. */
const MOST_LINES = { function: 80, component: 80, hook: 50, file: 400 } as const;
type Kind = keyof typeof MOST_LINES;
/** Data: as long as what it describes. */
const DATA = /^(?:formats|samples)\//;
const ROOT = new URL('.', import.meta.url).pathname;

interface Sized {
  readonly name: string;
  readonly kind: Kind;
  readonly lines: number;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** The name of a function, or of the variable or member it is the value of. */
function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (node.parent as { name?: ts.Node }).name;
  return named && ts.isIdentifier(named) ? named.text : 'nameless';
}

function kindOf(name: string, path: string): Kind {
  if (/^use[A-Z]/.test(name)) return 'hook';
  return path.endsWith('.tsx') && /^[A-Z]/.test(name) ? 'component' : 'function';
}

function sizesIn(path: string): readonly Sized[] {
  const code = readFileSync(ROOT + path, 'utf8');
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const found: Sized[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const name = nameOf(node);
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
      found.push({ name: `${path} ${name}`, kind: kindOf(name, path), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = code.trimEnd().split('\n').length;
  return DATA.test(path) ? found : [...found, { name: path, kind: 'file', lines }];
}

const sizes = filesBelow('.')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|bench|fixture|d)\.tsx?$/.test(path))
  .filter((path) => !path.startsWith('testing/'))
  .flatMap(sizesIn);

test.each(Object.entries(MOST_LINES))('no %s is longer than %i lines', (kind, most) => {
  const ofKind = sizes.filter((one) => one.kind === kind);
  expect(ofKind.length).toBeGreaterThan(10);
  const tooLong = ofKind.filter(({ lines }) => lines > most);
  expect(tooLong.map(({ name, lines }) => `${name}: ${lines}`)).toEqual([]);
});
