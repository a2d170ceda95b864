/**
 * What a published page says against the final report: every figure that differs, every sentence that
 * is missing, added or changed, and apart from them what differs in form only. What the page does
 * not show for certain is told as such and never taken for equal.
 */
import { type Cell, cellsOf } from '../formats/cells.ts';
import { type Paper, paperOf, printedFigure } from '../paper/paper.ts';
import { readFigure } from '../report/figure.ts';
import { type Report, valueAt } from '../report/report.ts';
import { tokensOf } from './text-tokens.ts';
import { type ChangeKind, type WordChange, wordChanges } from './word-changes.ts';

/** A figure as a page shows it; without certainty its text is a stretch of the page. */
export interface SeenFigure {
  readonly text: string;
  readonly isCertain: boolean;
}

/** A page as it was read. */
export interface SeenPage {
  readonly title: string;
  readonly preface: string;
  /** Words by section. */
  readonly narrative: Readonly<Record<string, string>>;
  readonly signature: { readonly name: string; readonly date: string };
  /** Figures by address, totals included; what is not on the page is missing. */
  readonly figures: Readonly<Record<string, SeenFigure>>;
  /** All its words, in order. */
  readonly text: string;
}

/** `unsure`: the page cannot be read for certain there, and is to be looked at. */
export type FigureChangeKind = 'differs' | 'missing' | 'unsure' | 'format';

/** A figure that the published page shows otherwise than the final report. */
export interface FigureChange {
  readonly kind: FigureChangeKind;
  readonly address: string;
  readonly name: string;
  /** As the final report prints it. */
  readonly final: string;
  readonly page: string;
}

/** A sentence that differs, with the part of the report it stands in. */
export interface SentenceChange extends WordChange {
  readonly part: string;
}

/** What differs between a final report and its published page. */
export interface PublishedComparison {
  readonly figures: readonly FigureChange[];
  readonly sentences: readonly SentenceChange[];
  /** How much was compared. */
  readonly compared: { readonly figures: number; readonly sentences: number };
}

/** Words of the report with the part each stretch belongs to. */
interface Words {
  readonly text: string;
  readonly parts: readonly { readonly name: string; readonly from: number }[];
}

type Stretch = readonly [name: string, text: string];

function wordsOf(stretches: readonly Stretch[]): Words {
  const parts: { name: string; from: number }[] = [];
  let text = '';
  for (const [name, words] of stretches) {
    if (words === '') continue;
    parts.push({ name, from: text.length });
    text += `${words}\n`;
  }
  return { text, parts };
}

function partAt({ parts }: Words, at: number): string {
  const before = parts.filter(({ from }) => from <= at);
  return before[before.length - 1]?.name ?? parts[0]?.name ?? '';
}

const [TITLE, PREFACE, SIGNATURE, NOTES, HEADING] = [
  '标题',
  '引言',
  '落款',
  '表格备注',
  '部分标题',
];

/** The words under each heading of the paper. */
function finalStretches(paper: Paper): readonly Stretch[] {
  const sections: [string, string[]][] = [];
  for (const block of paper.blocks) {
    if (block.kind === 'heading') sections.push([block.text, []]);
    else if (block.kind !== 'table') sections[sections.length - 1]?.[1].push(block.text);
  }
  return [
    [TITLE!, paper.title],
    [PREFACE!, paper.preface.join('\n')],
    ...sections.map(([heading, lines]) => [heading, lines.join('\n')] as const),
    [SIGNATURE!, [paper.signature.name, paper.signature.date].filter(Boolean).join('\n')],
  ];
}

function pageStretches(page: SeenPage, { format }: Report): readonly Stretch[] {
  const { name, date } = page.signature;
  return [
    [TITLE!, page.title],
    [PREFACE!, page.preface],
    ...format.sections.map(({ id, heading }) => [heading, page.narrative[id] ?? ''] as const),
    [SIGNATURE!, [name, date].filter(Boolean).join('\n')],
  ];
}

function changesOfWords(report: Report, paper: Paper, page: SeenPage): readonly SentenceChange[] {
  const final = wordsOf(finalStretches(paper));
  const seen = wordsOf(pageStretches(page, report));
  return wordChanges(final.text, seen.text).map((change) => ({
    ...change,
    part: change.kind === 'added' ? partAt(seen, change.otherAt) : partAt(final, change.at),
  }));
}

function meaning(text: string): string {
  return ` ${tokensOf(text)
    .map((token) => token.text)
    .join(' ')} `;
}

/** Headings and notes that stand nowhere on the page; readers take them out of the words. */
function missingLines(paper: Paper, report: Report, page: SeenPage): readonly SentenceChange[] {
  const whole = meaning(page.text);
  const headings = paper.blocks.flatMap((block) =>
    block.kind === 'heading' ? [[HEADING!, block.text] as const] : [],
  );
  const notes = report.raw.notes.map(({ text }) => [NOTES!, text] as const);
  return [...headings, ...notes].flatMap(([part, text]) =>
    whole.includes(meaning(text))
      ? []
      : [
          {
            kind: 'missing',
            part,
            before: text,
            after: '',
            pieces: [{ kind: 'deleted', text }],
            at: 0,
            otherAt: 0,
          },
        ],
  );
}

function written(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** How a figure of the page stands to that of the report; undefined where they are the same. */
function kindOf(report: Report, cell: Cell, final: string, seen: SeenFigure | undefined) {
  const page = seen?.text ?? '';
  if (!seen || seen.text.trim() === '') return final === '' ? undefined : 'missing';
  const own = valueAt(report, cell.address);
  const other = readFigure(page, cell);
  if (own.state === 'known' && other.state === 'known') {
    if (!own.value.eq(other.value)) return 'differs';
    return [own.text, final].includes(written(page)) ? undefined : 'format';
  }
  const isSame = written(page.normalize('NFKC')) === written(final.normalize('NFKC'));
  if (isSame) return written(page) === written(final) ? undefined : 'format';
  const isDash = other.state === 'unreadable' && other.reason === 'dash';
  return final === '' && isDash ? 'format' : 'differs';
}

function figureChange(report: Report, cell: Cell, page: SeenPage): FigureChange | undefined {
  const final = printedFigure(report, cell.address);
  const seen = page.figures[cell.address];
  const change = { address: cell.address, name: cell.name, final, page: seen?.text ?? '' };
  if (seen && !seen.isCertain) return { ...change, kind: 'unsure' };
  const kind = kindOf(report, cell, final, seen);
  return kind ? { ...change, kind } : undefined;
}

/** Everything in which the page differs from the final report. */
export function comparePublished(report: Report, page: SeenPage): PublishedComparison {
  const paper = paperOf(report, { draftMark: false });
  const cells = cellsOf(report.format);
  const { text } = wordsOf(finalStretches(paper));
  return {
    figures: cells.flatMap((cell) => figureChange(report, cell, page) ?? []),
    sentences: [...changesOfWords(report, paper, page), ...missingLines(paper, report, page)],
    compared: {
      figures: cells.length,
      sentences: text.split(/[。；！？\r\n]+/).filter((one) => tokensOf(one).length > 0).length,
    },
  };
}

/** What differs in more than its form. */
export function realChanges({ figures, sentences }: PublishedComparison) {
  const isReal = ({ kind }: { readonly kind: ChangeKind | FigureChangeKind }) => kind !== 'format';
  return { figures: figures.filter(isReal), sentences: sentences.filter(isReal) };
}
