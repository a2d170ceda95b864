/**
 * The paper as a Word file that can be edited: real styles, headings and tables, set as a 公文. The
 * package is written here and not by a library: the document is paragraphs and three tables, the
 * same report must give the same bytes, and page grid, odd and even feet and kept rows are wanted
 * exactly.
 */
import { type Markup, titleParts } from '../paper/markup.ts';
import type { Paper, PaperBlock } from '../paper/paper.ts';
import { pageXml, settingsXml, stylesXml, WORD_NAMESPACE, w } from './docx-styles.ts';
import { runXml, tableXml } from './docx-table.ts';
import {
  type Bytes,
  type Link,
  linksPart,
  officeFile,
  type Part,
  RELATIONSHIPS,
} from './office-package.ts';
import { DRAFT_MARK } from './outline.ts';
import NAMES from './word-names.json';

function paragraph(style: string, text: string): Markup {
  return w('p', {}, [w('pPr', {}, [w('pStyle', { val: style })]), runXml(text)]);
}

const STYLE_OF = {
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: 'BodyText',
} as const satisfies Record<Exclude<PaperBlock['kind'], 'table'>, string>;

/** A line between a table and what follows, as people leave it, so that two tables never grow together. */
const GAP = w('p', {}, [w('pPr', {}, [w('pStyle', { val: 'TableNote' })])]);

function blockXml(block: PaperBlock): readonly Markup[] {
  if (block.kind !== 'table') return [paragraph(STYLE_OF[block.kind], block.text)];
  const notes = block.notes.map((note) => paragraph('TableNote', note));
  return [tableXml(block), ...notes, GAP];
}

function signatureXml({ name, date }: Paper['signature']): readonly Markup[] {
  const lines = [name, date].filter((line) => line !== '');
  return lines.length > 0 ? [GAP, ...lines.map((line) => paragraph('Signature', line))] : [];
}

const MARGIN_PARTS = [
  { id: 'rId10', kind: 'footer', pages: 'default', side: 'right' },
  { id: 'rId11', kind: 'footer', pages: 'even', side: 'left' },
  { id: 'rId12', kind: 'header', pages: 'default', side: 'right' },
  { id: 'rId13', kind: 'header', pages: 'even', side: 'right' },
] as const;
type MarginPart = (typeof MARGIN_PARTS)[number];

/** — 1 — : outside, one character in from the edge of the text. */
function pageNumberXml(side: MarginPart['side']): Markup {
  const indent = { [`${side}Chars`]: '100', [side]: '280' };
  const field = (type: string) => w('r', {}, [w('fldChar', { fldCharType: type })]);
  return w('p', {}, [
    w('pPr', {}, [w('pStyle', { val: 'Footer' }), w('ind', indent), w('jc', { val: side })]),
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

function marginPart(part: MarginPart): Part {
  const { kind, side } = part;
  const content = kind === 'footer' ? pageNumberXml(side) : paragraph('Header', DRAFT_MARK);
  return {
    path: `word/${marginPath(part)}`,
    contentType: `${WORD_TYPE}.${kind}+xml`,
    xml: w(kind === 'footer' ? 'ftr' : 'hdr', WORD_NAMESPACE, [content]),
  };
}

function sectionXml(draftMark: boolean): Markup {
  const references = marginParts(draftMark).map(({ id, kind, pages }) =>
    w(`${kind}Reference`, { type: pages, 'r:id': id }),
  );
  return w('sectPr', {}, [...references, ...pageXml()]);
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function rootXml({ title, preface, blocks, signature, draftMark }: Paper): Markup {
  return w(NAMES.mainElement, { ...WORD_NAMESPACE, 'xmlns:r': RELATIONSHIPS }, [
    w('body', {}, [
      paragraph('Title', titleParts(title).join('\n')),
      ...preface.map((text) => paragraph('BodyText', text)),
      ...blocks.flatMap(blockXml),
      ...signatureXml(signature),
      sectionXml(draftMark),
    ]),
  ]);
}

/** The bytes of the Word file. */
export function writeDocx(paper: Paper): Bytes {
  const margins = marginParts(paper.draftMark);
  const links: readonly Link[] = [
    { id: 'rId1', type: 'styles', target: 'styles.xml' },
    { id: 'rId2', type: 'settings', target: 'settings.xml' },
    ...margins.map((part) => ({ id: part.id, type: part.kind, target: marginPath(part) })),
  ];
  return officeFile(
    [
      {
        path: NAMES.mainPart,
        contentType: NAMES.mainType,
        xml: rootXml(paper),
      },
      linksPart(NAMES.mainPart, links),
      { path: 'word/styles.xml', contentType: `${WORD_TYPE}.styles+xml`, xml: stylesXml() },
      { path: 'word/settings.xml', contentType: `${WORD_TYPE}.settings+xml`, xml: settingsXml() },
      ...margins.map(marginPart),
    ],
    { title: paper.title, author: paper.signature.name },
  );
}
