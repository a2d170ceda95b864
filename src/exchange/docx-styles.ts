/**
 * The page and the styles of the Word file, as GB/T 9704-2012 sets a 公文: A4 with margins of 37, 28,
 * 26 and 35 mm, 22 lines of 28 characters, title in 小标宋 二号, body in 仿宋 三号. Fonts are named as
 * Windows and WPS know them; a machine without them takes its own.
 *
 * Measures are those of Word: twips (1/20 pt) for lengths, half points for type, 1/100 of a
 * character for indents.
 */
import { element, type Markup } from '../paper/markup.ts';

/** An element of Word's own namespace. */
export function w(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Markup | string)[] = [],
): Markup {
  const named = Object.entries(attributes).map(([name, value]) => [
    name.includes(':') ? name : `w:${name}`,
    value,
  ]);
  return element(`w:${tag}`, Object.fromEntries(named), children);
}

const TWIPS_PER_MM = 1440 / 25.4;

export function millimetres(length: number): string {
  return String(Math.round(length * TWIPS_PER_MM));
}

const A4 = { width: 210, height: 297 } as const;
const MARGINS = { top: 37, right: 26, bottom: 35, left: 28 } as const;
/** The page number stands 7 mm below the text (GB/T 9704-2012, 7.5). */
const FOOTER = MARGINS.bottom - 7 - 5;

/** Width of the text in twips: 156 mm. */
export const TEXT_WIDTH = Number(millimetres(A4.width - MARGINS.left - MARGINS.right));

/** 225 mm in 22 lines. */
const LINE = '580';
/** 28 characters of 16 pt in 156 mm stand 0.25 pt closer; said of the text, since programs differ on grids of characters. */
const CLOSER = w('spacing', { val: '-5' });

const BODY = 32;
const TITLE = 44;
const PAGE_NUMBER = 28;
const TABLE = 21;
const STRIP = 18;
const LONG_FIGURE = 15;

function font(eastAsia: string, ascii = 'Times New Roman'): Markup {
  return w('rFonts', { ascii, hAnsi: ascii, eastAsia, cs: ascii });
}

function size(halfPoints: number): readonly Markup[] {
  return [w('sz', { val: String(halfPoints) }), w('szCs', { val: String(halfPoints) })];
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph: readonly Markup[];
  readonly run: readonly Markup[];
}

const INDENT = w('ind', { firstLineChars: '200', firstLine: '640' });
const CENTRED = w('jc', { val: 'center' });
const EXACT = { line: LINE, lineRule: 'exact' } as const;

/** Order of the members of a style is the schema's, not ours. */
const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'BodyText',
    paragraph: [
      w('snapToGrid', { val: '0' }),
      w('spacing', { after: '580', line: '700', lineRule: 'exact' }),
      CENTRED,
    ],
    run: [font('方正小标宋简体'), ...size(TITLE)],
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'BodyText',
    paragraph: [w('keepNext'), w('spacing', EXACT), INDENT, w('outlineLvl', { val: '0' })],
    run: [font('黑体'), CLOSER, ...size(BODY)],
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'BodyText',
    paragraph: [w('keepNext'), w('spacing', EXACT), INDENT, w('outlineLvl', { val: '1' })],
    run: [font('楷体_GB2312'), CLOSER, ...size(BODY)],
  },
  {
    id: 'BodyText',
    name: 'Body Text',
    paragraph: [w('spacing', EXACT), INDENT],
    run: [CLOSER],
  },
  {
    id: 'TableText',
    name: '表格文字',
    paragraph: [
      w('snapToGrid', { val: '0' }),
      w('spacing', { line: '280', lineRule: 'atLeast' }),
      CENTRED,
    ],
    run: [font('宋体'), ...size(TABLE)],
  },
  {
    id: 'StripText',
    name: '窄表文字',
    paragraph: [
      w('snapToGrid', { val: '0' }),
      w('spacing', { line: '240', lineRule: 'atLeast' }),
      CENTRED,
    ],
    run: [font('宋体'), ...size(STRIP)],
  },
  {
    id: 'TableNote',
    name: '表注',
    paragraph: [
      w('snapToGrid', { val: '0' }),
      w('spacing', { before: '60', line: '320', lineRule: 'atLeast' }),
    ],
    run: [font('宋体'), ...size(TABLE)],
  },
  {
    id: 'Signature',
    name: 'Signature',
    paragraph: [
      w('keepLines'),
      w('spacing', EXACT),
      w('ind', { left: '2800', rightChars: '200', right: '640' }),
      CENTRED,
    ],
    run: [],
  },
  {
    id: 'Header',
    name: 'header',
    paragraph: [w('jc', { val: 'right' })],
    run: [font('黑体'), w('color', { val: 'B3261E' }), ...size(PAGE_NUMBER)],
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: [w('snapToGrid', { val: '0' })],
    run: [font('宋体', '宋体'), ...size(PAGE_NUMBER)],
  },
];

/** Type of a figure too long for a narrow column. */
export const LONG_FIGURE_TYPE: readonly Markup[] = size(LONG_FIGURE);

export const WORD_NAMESPACE = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
} as const;

function styleXml({ id, name, next, paragraph, run }: Style): Markup {
  return w('style', { type: 'paragraph', styleId: id }, [
    w('name', { val: name }),
    w('basedOn', { val: 'Normal' }),
    ...(next ? [w('next', { val: next })] : []),
    w('qFormat'),
    w('pPr', {}, paragraph),
    ...(run.length > 0 ? [w('rPr', {}, run)] : []),
  ]);
}

/** The styles part. */
export function stylesXml(): Markup {
  const language = w('lang', { val: 'en-US', eastAsia: 'zh-CN' });
  return w('styles', WORD_NAMESPACE, [
    w('docDefaults', {}, [
      w('rPrDefault', {}, [w('rPr', {}, [font('仿宋_GB2312'), ...size(BODY), language])]),
      w('pPrDefault'),
    ]),
    w('style', { type: 'paragraph', default: '1', styleId: 'Normal' }, [
      w('name', { val: 'Normal' }),
      w('qFormat'),
      w('pPr', {}, [w('jc', { val: 'both' })]),
    ]),
    w('style', { type: 'table', default: '1', styleId: 'TableNormal' }, [
      w('name', { val: 'Normal Table' }),
      w('tblPr', {}, [w('tblInd', { w: '0', type: 'dxa' })]),
    ]),
    ...STYLES.map(styleXml),
  ]);
}

/** The settings part: pages differ left and right, and Word is told not to imitate its past. */
export function settingsXml(): Markup {
  const mode = {
    name: 'compatibilityMode',
    uri: 'http://schemas.microsoft.com/office/word',
    val: '15',
  };
  return w('settings', WORD_NAMESPACE, [
    w('evenAndOddHeaders'),
    w('characterSpacingControl', { val: 'compressPunctuation' }),
    w('compat', {}, [w('compatSetting', mode)]),
  ]);
}

/** The page: paper, margins, grid of lines and characters. */
export function pageXml(): readonly Markup[] {
  const { top, right, bottom, left } = MARGINS;
  return [
    w('pgSz', { w: millimetres(A4.width), h: millimetres(A4.height) }),
    w('pgMar', {
      top: millimetres(top),
      right: millimetres(right),
      bottom: millimetres(bottom),
      left: millimetres(left),
      header: millimetres(top / 2),
      footer: millimetres(FOOTER),
      gutter: '0',
    }),
    w('docGrid', { type: 'lines', linePitch: LINE }),
  ];
}
