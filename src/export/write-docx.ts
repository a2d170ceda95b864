/**
 * The paper as a Word file that can be edited: real styles, headings and tables, set as a 公文. The
 * package is written here and not by a library: the document is paragraphs and three tables, the
 * same report must give the same bytes, and page grid, odd and even feet and kept rows are wanted
 * exactly.
 */
import { type PageRun, type PaperItem, stretchesOf } from '../paper/flow.ts';
import type { Markup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import { choiceOf, type PaperChoice } from '../paper/paper-choice.ts';
import { titleLines } from '../paper/title-lines.ts';
import { type TypeSetting, titleCharacters } from '../paper/type-setting.ts';
import {
  fontTableXml,
  pageXml,
  settingsXml,
  stylesXml,
  twipsAcross,
  WORD_NAMESPACE,
  w,
} from './docx-styles.ts';
import { runXml, tableXml } from './docx-table.ts';
import {
  type Bytes,
  type Link,
  linksPart,
  officeFile,
  type PackagePart,
  RELATIONSHIPS,
} from './office-package.ts';
import { DRAFT_MARK } from './outline.ts';
import NAMES from './word-names.json';

function paragraph(style: string, text: string, properties: readonly Markup[] = []): Markup {
  const pPr = w('pPr', {}, [w('pStyle', { val: style }), ...properties]);
  return w('p', {}, text === '' ? [pPr] : [pPr, runXml(text)]);
}

/** Not parted from what follows. */
const KEPT = [w('keepNext')];

/** A line between a table and what follows, as people leave it, so that two tables never grow together. */
const GAP = paragraph('TableNote', '');

interface Place {
  readonly setting: TypeSetting;
  readonly isTurned: boolean;
  /** What comes next in the same stretch. */
  readonly next: PaperItem | undefined;
}

type Kind = PaperItem['kind'];
type ItemOf<Name extends Kind> = Extract<PaperItem, { kind: Name }>;

function titleXml(text: string, setting: TypeSetting): readonly Markup[] {
  return [paragraph('Title', titleLines(text, titleCharacters(setting)).join('\n'))];
}

/** The signature is never alone on a page: the line before it goes along. */
function bodyXml(text: string, next: PaperItem | undefined): readonly Markup[] {
  return [paragraph('BodyText', text, next?.kind === 'signature' ? KEPT : [])];
}

function signatureXml(lines: readonly string[]): readonly Markup[] {
  const last = lines.length - 1;
  return [
    paragraph('TableNote', '', KEPT),
    ...lines.map((line, at) => paragraph('Signature', line, at < last ? KEPT : [])),
  ];
}

function tableParagraphs(
  { table }: ItemOf<'table'>,
  { setting, isTurned, next }: Place,
): readonly Markup[] {
  const own = tableXml(table, twipsAcross(setting, isTurned));
  return next?.kind === 'note' ? [own] : [own, GAP];
}

const PARAGRAPHS: {
  readonly [Name in Kind]: (item: ItemOf<Name>, place: Place) => readonly Markup[];
} = {
  title: ({ text }, { setting }) => titleXml(text, setting),
  heading: ({ text }) => [paragraph('Heading1', text)],
  subheading: ({ text }) => [paragraph('Heading2', text)],
  paragraph: ({ text }, { next }) => bodyXml(text, next),
  note: ({ text }, { next }) =>
    next?.kind === 'note' ? [paragraph('TableNote', text)] : [paragraph('TableNote', text), GAP],
  table: tableParagraphs,
  signature: ({ lines }) => signatureXml(lines),
  picture: () => [],
};

function itemXml<Name extends Kind>(item: ItemOf<Name>, place: Place): readonly Markup[] {
  const make = PARAGRAPHS[item.kind] as (item: ItemOf<Name>, place: Place) => readonly Markup[];
  return make(item, place);
}

const MARGIN_PARTS = [
  { id: 'rId10', kind: 'footer', pages: 'default', side: 'right' },
  { id: 'rId11', kind: 'footer', pages: 'even', side: 'left' },
  { id: 'rId12', kind: 'header', pages: 'default', side: 'right' },
  { id: 'rId13', kind: 'header', pages: 'even', side: 'right' },
] as const;
type MarginPart = (typeof MARGIN_PARTS)[number];

/** Outside, one character in from the edge of the text; or in the middle. */
function numberPlace({ pageNumber }: TypeSetting, side: MarginPart['side']): readonly Markup[] {
  if (pageNumber.place === 'centre') return [w('jc', { val: 'center' })];
  return [w('ind', { [`${side}Chars`]: '100', [side]: '280' }), w('jc', { val: side })];
}

/** — 1 — */
function pageNumberXml(setting: TypeSetting, side: MarginPart['side']): Markup {
  const field = (type: string) => w('r', {}, [w('fldChar', { fldCharType: type })]);
  return w('p', {}, [
    w('pPr', {}, [w('pStyle', { val: 'Footer' }), ...numberPlace(setting, side)]),
    runXml('— '),
    field('begin'),
    w('r', {}, [w('instrText', { 'xml:space': 'preserve' }, [' PAGE '])]),
    field('separate'),
    runXml('1'),
    field('end'),
    runXml(' —'),
  ]);
}

function marginParts(draftMark: boolean): readonly MarginPart[] {
  return MARGIN_PARTS.filter(({ kind }) => kind === 'footer' || draftMark);
}

function marginPath({ kind, pages }: MarginPart): string {
  return `${kind}-${pages}.xml`;
}

function marginPart(part: MarginPart, setting: TypeSetting): PackagePart {
  const { kind, side } = part;
  const content =
    kind === 'footer' ? pageNumberXml(setting, side) : paragraph('Header', DRAFT_MARK);
  return {
    path: `word/${marginPath(part)}`,
    contentType: `${WORD_TYPE}.${kind}+xml`,
    xml: w(kind === 'footer' ? 'ftr' : 'hdr', WORD_NAMESPACE, [content]),
  };
}

function sectionXml(draftMark: boolean, setting: TypeSetting, isTurned: boolean): Markup {
  const references = marginParts(draftMark).map(({ id, kind, pages }) =>
    w(`${kind}Reference`, { type: pages, 'r:id': id }),
  );
  return w('sectPr', {}, [...references, ...pageXml(setting, isTurned)]);
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The picture is not for Word: there it would be dead points. */
function written({ page }: PageRun): boolean {
  return page !== 'picture';
}

/** The stretches of the paper, each but the last closed by the page it stands on. */
function bodyXmls(paper: Paper, { setting, turned }: PaperChoice): readonly Markup[] {
  const stretches = stretchesOf(paper, { turned }).filter(written);
  return stretches.flatMap(({ page, items }, at) => {
    const isTurned = page === 'turned';
    const own = items.flatMap((item, place) =>
      itemXml(item, { setting, isTurned, next: items[place + 1] }),
    );
    const section = sectionXml(paper.draftMark, setting, isTurned);
    if (at === stretches.length - 1) return [...own, section];
    return [...own, w('p', {}, [w('pPr', {}, [w('pStyle', { val: 'TableNote' }), section])])];
  });
}

function rootXml(paper: Paper, choice: PaperChoice): Markup {
  return w(NAMES.mainElement, { ...WORD_NAMESPACE, 'xmlns:r': RELATIONSHIPS }, [
    w('body', {}, bodyXmls(paper, choice)),
  ]);
}

/** The bytes of the Word file; 公文 where nothing was chosen. */
export function writeDocx(paper: Paper, choice: PaperChoice = choiceOf(null)): Bytes {
  const { setting } = choice;
  const margins = marginParts(paper.draftMark);
  const links: readonly Link[] = [
    { id: 'rId1', type: 'styles', target: 'styles.xml' },
    { id: 'rId2', type: 'settings', target: 'settings.xml' },
    { id: 'rId3', type: 'fontTable', target: 'fontTable.xml' },
    ...margins.map((part) => ({ id: part.id, type: part.kind, target: marginPath(part) })),
  ];
  const part = (name: string, xml: Markup): PackagePart => ({
    path: `word/${name}.xml`,
    contentType: `${WORD_TYPE}.${name}+xml`,
    xml,
  });
  return officeFile(
    [
      { path: NAMES.mainPart, contentType: NAMES.mainType, xml: rootXml(paper, choice) },
      linksPart(NAMES.mainPart, links),
      part('styles', stylesXml(setting)),
      part('settings', settingsXml()),
      part('fontTable', fontTableXml(setting)),
      ...margins.map((one) => marginPart(one, setting)),
    ],
    { title: paper.title, author: paper.signature.name },
  );
}
