/**
 * What makes a pattern slow, told from its syntax: for the test that holds every pattern of the
 * program to time linear in the text. A pattern is refused where one attempt may try a stretch of
 * text in many ways (nested or adjacent quantifiers, found by `scslre`), and where many attempts may
 * each run over the same stretch (found here).
 *
 * Counts with a bound, `{0,40}`, are taken for constants. Judges more patterns than are slow: what is
 * refused is written another way, not excused.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { type ReadonlyFlags, toUnicodeSet } from 'regexp-ast-analysis';
import { analyse } from 'scslre';

type CharSet = ReturnType<typeof toUnicodeSet>['chars'];
type CharElement = Parameters<typeof toUnicodeSet>[0];

interface Seen {
  readonly pattern: AST.Pattern;
  readonly flags: ReadonlyFlags;
}

function isCharacter(node: AST.Node): node is Extract<AST.Node, CharElement> {
  return ['Character', 'CharacterSet', 'CharacterClass'].includes(node.type);
}

function innerNodes(node: AST.Node): readonly AST.Node[] {
  if (node.type === 'Quantifier') return [node.element];
  if (node.type === 'Alternative') return node.elements;
  return 'alternatives' in node && node.type !== 'ClassStringDisjunction' ? node.alternatives : [];
}

/** All nodes below one and itself. */
function nodesOf(node: AST.Node): readonly AST.Node[] {
  return [node, ...(isCharacter(node) ? [] : innerNodes(node).flatMap(nodesOf))];
}

/** The characters of the stretch a quantifier may run over; undefined where it takes none. */
function stretchOf(quantifier: AST.Quantifier, flags: ReadonlyFlags): CharSet | undefined {
  const sets = nodesOf(quantifier.element).filter(isCharacter);
  const chars = sets.map((one) => toUnicodeSet(one as CharElement, flags).chars);
  return chars.length === 0 ? undefined : chars.reduce((all, one) => all.union(one));
}

/** The characters a lookbehind of one character asks for; undefined for a longer one. */
function lookedAt(alternative: AST.Alternative, flags: ReadonlyFlags): CharSet | undefined {
  const [last] = alternative.elements.slice(-1);
  return last && isCharacter(last) ? toUnicodeSet(last as CharElement, flags).chars : undefined;
}

function isStart(node: AST.Node | undefined, chars: CharSet, flags: ReadonlyFlags): boolean {
  if (node?.type !== 'Assertion' || node.kind !== 'start') return false;
  return !flags.multiline || !chars.has(0x0a);
}

/** Whether an attempt that begins inside a stretch of these characters cannot get past a node. */
function stops(node: AST.Node, chars: CharSet, flags: ReadonlyFlags): boolean {
  if (isCharacter(node)) {
    return toUnicodeSet(node as CharElement, flags).chars.isDisjointWith(chars);
  }
  if (node.type === 'Quantifier') return node.min > 0 && stops(node.element, chars, flags);
  if (node.type === 'Group' || node.type === 'CapturingGroup') {
    return node.alternatives.every(({ elements }) =>
      elements.some((one) => stops(one, chars, flags)),
    );
  }
  if (node.type !== 'Assertion') return false;
  if (node.kind === 'lookbehind') {
    const behind = node.alternatives;
    if (!node.negate) {
      return behind.every(
        (one) =>
          isStart(one.elements[one.elements.length - 1], chars, flags) ||
          lookedAt(one, flags)?.isDisjointWith(chars) === true,
      );
    }
    return behind.some(
      (one) => one.elements.length === 1 && lookedAt(one, flags)?.isSupersetOf(chars) === true,
    );
  }
  return isStart(node, chars, flags);
}

/** What an attempt has to pass before it comes to a node, and whether the node stands in a lookaround. */
function pathTo(node: AST.Node): {
  readonly before: readonly AST.Node[];
  readonly inside: boolean;
} {
  const before: AST.Node[] = [];
  let inside = false;
  let at: AST.Node = node;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (parent.type === 'Alternative') {
      before.push(...parent.elements.slice(0, parent.elements.indexOf(at as AST.Element)));
    }
    inside ||= parent.type === 'Assertion';
  }
  return { before, inside };
}

/** Whether all that follows a node may be nothing, so that an attempt that got here succeeds. */
function endsWith(node: AST.Node): boolean {
  let at: AST.Node = node;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (parent.type === 'Alternative') {
      const after = parent.elements.slice(parent.elements.indexOf(at as AST.Element) + 1);
      if (!after.every((one) => one.type === 'Quantifier' && one.min === 0)) return false;
    }
    if (parent.type === 'Quantifier' && parent.min > 1) return false;
  }
  return true;
}

/** Many attempts may run over one stretch, and fail. */
function runsAgain(quantifier: AST.Quantifier, { flags }: Seen): boolean {
  const chars = stretchOf(quantifier, flags);
  if (!chars) return false;
  const { before, inside } = pathTo(quantifier);
  if (!inside && endsWith(quantifier)) return false;
  return !before.some((one) => stops(one, chars, flags));
}

function isBehind(node: AST.Node): boolean {
  for (let at: AST.Node | null = node; at; at = at.parent) {
    if (at.type === 'Assertion' && at.kind === 'lookbehind') return true;
  }
  return false;
}

/** Why a pattern may take more than linear time; empty for one that may not. */
export function slowParts(source: string, flags: string): readonly string[] {
  const parser = new RegExpParser();
  const unicode = flags.includes('u');
  const seen: Seen = {
    pattern: parser.parsePattern(source, 0, source.length, { unicode }),
    flags: parser.parseFlags(flags),
  };
  const { reports } = analyse(
    { pattern: seen.pattern, flags: parser.parseFlags(flags) },
    { reportTypes: { Self: true, Trade: true, Move: false } },
  );
  const own = nodesOf(seen.pattern)
    .filter((node): node is AST.Quantifier => node.type === 'Quantifier')
    .filter(({ max }) => max === Number.POSITIVE_INFINITY)
    .filter((one) => isBehind(one) || (!flags.includes('y') && runsAgain(one, seen)));
  return [
    ...reports.map(
      (report) => `${report.type} ${'quant' in report ? report.quant.raw : report.startQuant.raw}`,
    ),
    ...own.map(({ raw }) => `Again ${raw}`),
  ];
}
