/**
 * The paper with what changed marked on it: in a cell the old figure struck out before the new one,
 * in the words what went out and came in. Made from the very markup that is printed.
 */

import type { FigureStep, TextSteps, VersionChanges } from '../compare/version-changes.ts';
import { type DiffSegment, piecesBetween } from '../compare/word-changes.ts';
import type { Format } from '../formats/format.ts';
import { element, type Markup } from '../paper/markup.ts';

type Child = Markup | string;

const WORDS = new Set(['paper-paragraph', 'paper-subheading']);
const TAGS: Readonly<Partial<Record<DiffSegment['kind'], string>>> = {
  deleted: 'del',
  inserted: 'ins',
};

function classOf(node: Child): string {
  return typeof node === 'string' ? '' : (node.attributes.class ?? '');
}

function marked(node: Markup, figures: ReadonlyMap<string, FigureStep>): Markup {
  const figure = figures.get(node.attributes['data-cell'] ?? '');
  if (!figure) {
    const children = node.children.map((child) =>
      typeof child === 'string' ? child : marked(child, figures),
    );
    return { ...node, children };
  }
  const before = element('del', {}, [figure.before || '空']);
  const after = element('ins', {}, [figure.after || '空']);
  return element(node.tag, { ...node.attributes, class: `${classOf(node)} changed-cell` }, [
    before,
    ' ',
    after,
  ]);
}

/** Pieces cut where lines end. */
function linesOf(pieces: readonly DiffSegment[]): readonly (readonly DiffSegment[])[] {
  const lines: DiffSegment[][] = [[]];
  for (const { kind, text } of pieces) {
    text.split(/\r\n|\n|\r/).forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines[lines.length - 1]?.push({ kind, text: part });
    });
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

function markedWords({ before, after }: TextSteps): readonly Markup[] {
  return linesOf(piecesBetween(before, after)).map((line) =>
    element(
      'p',
      { class: 'paper-paragraph' },
      line.map(({ kind, text }) => {
        const tag = TAGS[kind];
        return tag ? element(tag, {}, [text]) : text;
      }),
    ),
  );
}

/** The children of the paper, the words of a changed section replaced by marked ones. */
function withWords(
  children: readonly Child[],
  texts: ReadonlyMap<string, TextSteps>,
  format: Format,
): readonly Child[] {
  let place = 'preface';
  const done = new Set<string>();
  const put = (): readonly Child[] => {
    const text = texts.get(place);
    if (!text || done.has(place)) return [];
    done.add(place);
    return markedWords(text);
  };
  const out: Child[] = [];
  for (const child of children) {
    if (classOf(child).startsWith('paper-heading')) {
      out.push(...put());
      const words = typeof child === 'string' ? child : child.children.join('');
      place = `narrative.${format.sections.find(({ heading }) => heading === words)?.id}`;
      out.push(child);
    } else if (WORDS.has(classOf(child)) && texts.has(place)) out.push(...put());
    else out.push(...(classOf(child) === 'paper-signature' ? put() : []), child);
  }
  return out;
}

/** The paper with the changes marked. */
export function changedMarkup(paper: Markup, changes: VersionChanges, format: Format): Markup {
  const figures = new Map(changes.figures.map((figure) => [figure.address, figure]));
  const texts = new Map(changes.texts.map((text) => [text.place, text]));
  const whole = marked(paper, figures);
  return { ...whole, children: withWords(whole.children, texts, format) };
}
