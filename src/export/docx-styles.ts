/**
 * The page and the styles of the Word file, in the measures of Word: twips (1/20 pt) for lengths, half
 * points for type, 1/100 of a character for indents. What is set how stands in the type setting; here
 * it is only said in Word's words. Fonts are named as Windows and WPS know them, each with the name it
 * may have instead.
 */
import { element, type Markup } from '../paper/markup.ts';
import {
  type Font,
  type Part as Lettered,
  letterSpacing,
  PARTS,
  POINTS_PER_MM,
  SHEET,
  TABLE_TYPE,
  type TypeSetting,
  textHeight,
  textWidth,
} from '../paper/type-setting.ts';

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

const TWIPS_PER_POINT = 20;

function twips(points: number): string {
  return String(Math.round(points * TWIPS_PER_POINT));
}

/** A length in millimetres as Word writes it, in twentieths of a point. */
export function millimetres(length: number): string {
  return twips(length * POINTS_PER_MM);
}

/** Width of the text in twips, on an upright page or a turned one. */
export function twipsAcross(setting: TypeSetting, isTurned = false): number {
  return Number(millimetres(isTurned ? textHeight(setting) : textWidth(setting)));
}

const LATIN = 'Times New Roman';

function fonts({ name }: Font, latin = LATIN): Markup {
  return w('rFonts', { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin });
}

function size(points: number): readonly Markup[] {
  const halves = String(Math.round(points * 2));
  return [w('sz', { val: halves }), w('szCs', { val: halves })];
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph: readonly Markup[];
  readonly run: readonly Markup[];
}

const CENTRED = w('jc', { val: 'center' });
const OFF_GRID = w('snapToGrid', { val: '0' });

/** Two characters in. */
function indented({ letters }: TypeSetting): Markup {
  return w('ind', { firstLineChars: '200', firstLine: twips(2 * letters.body.size) });
}

/** Letters of a part of the text, as close as its lines hold their characters. */
function lettered(setting: TypeSetting, part: Lettered): readonly Markup[] {
  // Said of the text, since programs differ on grids of characters.
  const closer = Math.floor(letterSpacing(setting) * TWIPS_PER_POINT);
  const { font, size: points } = setting.letters[part];
  return [
    fonts(font),
    ...(closer === 0 ? [] : [w('spacing', { val: String(closer) })]),
    ...size(points),
  ];
}

function textStyles(setting: TypeSetting): readonly Style[] {
  const { line, title, heading, letters } = setting;
  const exact = { line: twips(line), lineRule: 'exact' };
  const around = { before: twips(heading.before), after: twips(heading.after) };
  const indent = indented(setting);
  const titleLine = { after: twips(title.after), line: twips(title.line), lineRule: 'exact' };
  return [
    {
      id: 'Title',
      name: 'Title',
      next: 'BodyText',
      paragraph: [OFF_GRID, w('spacing', titleLine), CENTRED],
      run: [fonts(letters.title.font), ...size(letters.title.size)],
    },
    {
      id: 'Heading1',
      name: 'heading 1',
      next: 'BodyText',
      paragraph: [
        w('keepNext'),
        w('spacing', { ...around, ...exact }),
        indent,
        w('outlineLvl', { val: '0' }),
      ],
      run: lettered(setting, 'heading'),
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      next: 'BodyText',
      paragraph: [w('keepNext'), w('spacing', exact), indent, w('outlineLvl', { val: '1' })],
      run: lettered(setting, 'subheading'),
    },
    {
      id: 'BodyText',
      name: 'Body Text',
      paragraph: [w('spacing', exact), indent],
      run: lettered(setting, 'body'),
    },
    {
      id: 'Signature',
      name: 'Signature',
      paragraph: [
        w('keepLines'),
        w('spacing', exact),
        w('ind', { left: '2800', rightChars: '200', right: twips(2 * letters.body.size) }),
        CENTRED,
      ],
      run: [],
    },
  ];
}

function tableStyle(
  setting: TypeSetting,
  style: Pick<Style, 'id' | 'name'>,
  points: number,
  spacing: Readonly<Record<string, string>>,
  more: readonly Markup[] = [],
): Style {
  const line = twips(points * TABLE_TYPE.lineHeight);
  return {
    ...style,
    paragraph: [OFF_GRID, w('spacing', { ...spacing, line, lineRule: 'atLeast' }), ...more],
    run: [fonts(setting.letters.table.font), ...size(points)],
  };
}

function tableStyles(setting: TypeSetting): readonly Style[] {
  const { table } = setting.letters;
  return [
    tableStyle(setting, { id: 'TableText', name: '表格文字' }, table.size, {}, [CENTRED]),
    tableStyle(setting, { id: 'StripText', name: '窄表文字' }, TABLE_TYPE.strip, {}, [CENTRED]),
    tableStyle(setting, { id: 'TableNote', name: '表注' }, table.size, { before: '60' }),
  ];
}

function marginStyles({ letters }: TypeSetting): readonly Style[] {
  const { font, size: points } = letters.pageNumber;
  return [
    {
      id: 'Header',
      name: 'header',
      paragraph: [w('jc', { val: 'right' })],
      run: [fonts(letters.heading.font), w('color', { val: 'B3261E' }), ...size(points)],
    },
    {
      id: 'Footer',
      name: 'footer',
      paragraph: [OFF_GRID],
      run: [fonts(font, font.name), ...size(points)],
    },
  ];
}

/** Type of a figure too long for a narrow column. */
export const LONG_FIGURE_TYPE: Readonly<Record<'long' | 'longest', readonly Markup[]>> = {
  long: size(TABLE_TYPE.longFigure),
  longest: size(TABLE_TYPE.longestFigure),
};

/** The namespace of WordprocessingML, as an attribute. */
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
export function stylesXml(setting: TypeSetting): Markup {
  const { font, size: points } = setting.letters.body;
  const language = w('lang', { val: 'en-US', eastAsia: 'zh-CN' });
  return w('styles', WORD_NAMESPACE, [
    w('docDefaults', {}, [
      w('rPrDefault', {}, [w('rPr', {}, [fonts(font), ...size(points), language])]),
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
    ...[...textStyles(setting), ...tableStyles(setting), ...marginStyles(setting)].map(styleXml),
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

/** The part that says what a font may be called instead, for machines that lack it. */
export function fontTableXml({ letters }: TypeSetting): Markup {
  const used = new Map(PARTS.map((part) => [letters[part].font.name, letters[part].font]));
  return w(
    'fonts',
    WORD_NAMESPACE,
    [...used].map(([name, { families, instead }]) => {
      const others = [...families, ...instead.map(([family]) => family)];
      return w('font', { name }, [
        w('altName', { val: others.filter((other) => other !== name).join(',') }),
        w('charset', { val: '86' }),
      ]);
    }),
  );
}

/** Height of a line of the page number, kept free above the lower edge. */
const NUMBER_LINE = 5;

/** The page: paper, margins, grid of lines. A turned one lies with its head to the left. */
export function pageXml(setting: TypeSetting, isTurned = false): readonly Markup[] {
  const { top, right, bottom, left } = setting.margins;
  const sides = isTurned
    ? { top: left, right: top, bottom: right, left: bottom }
    : { top, right, bottom, left };
  const [wide, high] = isTurned ? [SHEET.height, SHEET.width] : [SHEET.width, SHEET.height];
  const footer = Math.max(NUMBER_LINE, sides.bottom - setting.pageNumber.below - NUMBER_LINE);
  return [
    w('pgSz', {
      w: millimetres(wide),
      h: millimetres(high),
      ...(isTurned ? { orient: 'landscape' } : {}),
    }),
    w('pgMar', {
      top: millimetres(sides.top),
      right: millimetres(sides.right),
      bottom: millimetres(sides.bottom),
      left: millimetres(sides.left),
      header: millimetres(sides.top / 2),
      footer: millimetres(footer),
      gutter: '0',
    }),
    w('docGrid', { type: 'lines', linePitch: twips(setting.line) }),
  ];
}
