/** The styles of the worksheets: one per way a cell looks, numbered as they are first used. */
import { element, type Markup } from '../paper/markup.ts';
import type { SheetCell, SheetStyle } from './sheet.ts';

/** The namespace of SpreadsheetML. */
export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Numbers below are built into Excel. */
const FIRST_OWN_FORMAT = 164;

interface CellLook {
  readonly font: number;
  readonly border: number;
  readonly align: 'left' | 'center';
  readonly format: string;
  /** Excel then takes the words for words, also when they are typed over. */
  readonly quoted: boolean;
}

/** Text that a program might take for a formula when it is copied on. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

const PLAIN = 'General';

function formatOf(style: SheetStyle): string {
  if (style.kind !== 'figure') return PLAIN;
  const decimals = style.decimals > 0 ? `.${'0'.repeat(style.decimals)}` : '';
  return `0${decimals}${style.unit ? `"${style.unit}"` : ''}`;
}

const LOOKS: Readonly<Record<SheetStyle['kind'], Pick<CellLook, 'font' | 'border' | 'align'>>> = {
  heading: { font: 1, border: 0, align: 'left' },
  label: { font: 0, border: 1, align: 'center' },
  rowLabel: { font: 0, border: 1, align: 'left' },
  figure: { font: 0, border: 1, align: 'center' },
  text: { font: 0, border: 1, align: 'center' },
  check: { font: 2, border: 0, align: 'center' },
};

function lookOf({ style, value, isNumber }: SheetCell): CellLook {
  const quoted = !isNumber && LIKE_FORMULA.test(value);
  return { ...LOOKS[style.kind], format: formatOf(style), quoted };
}

/** The looks in use, and the number of each cell's own. */
export interface Looks {
  readonly xml: Markup;
  readonly numberOf: (cell: SheetCell) => string;
}

const FONT_NAME = element('name', { val: '宋体' }, []);

function fontXml(size: number, inside: readonly Markup[] = []): Markup {
  return element('font', {}, [...inside, element('sz', { val: String(size) }, []), FONT_NAME]);
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

function list(tag: string, items: readonly Markup[]): Markup {
  return element(tag, { count: String(items.length) }, items);
}

function lookXml(
  { font, border, align, format, quoted }: CellLook,
  formats: readonly string[],
): Markup {
  const own = formats.indexOf(format);
  const attributes = {
    numFmtId: String(format === PLAIN ? 0 : FIRST_OWN_FORMAT + own),
    fontId: String(font),
    fillId: '0',
    borderId: String(border),
    xfId: '0',
    applyNumberFormat: '1',
    applyAlignment: '1',
    ...(quoted ? { quotePrefix: '1' } : {}),
  };
  const alignment = { horizontal: align, vertical: 'center', wrapText: '1' };
  return element('xf', attributes, [element('alignment', alignment, [])]);
}

function stylesXml(looks: readonly CellLook[]): Markup {
  const formats = [...new Set(looks.map(({ format }) => format))].filter((one) => one !== PLAIN);
  const plain = { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' };
  const fill = (pattern: string) =>
    element('fill', {}, [element('patternFill', { patternType: pattern }, [])]);
  const borders = [
    element(
      'border',
      {},
      SIDES.map((side) => element(side, {}, [])),
    ),
    element(
      'border',
      {},
      SIDES.map((side) => element(side, { style: 'thin' }, [])),
    ),
  ];
  const numbers = formats.map((formatCode, at) =>
    element('numFmt', { numFmtId: String(FIRST_OWN_FORMAT + at), formatCode }, []),
  );
  return element('styleSheet', { xmlns: SHEET_NAMESPACE }, [
    ...(numbers.length > 0 ? [list('numFmts', numbers)] : []),
    list('fonts', [fontXml(10.5), fontXml(14, [element('b', {}, [])]), fontXml(9)]),
    list('fills', [fill('none'), fill('gray125')]),
    list('borders', borders),
    list('cellStyleXfs', [element('xf', plain, [])]),
    list(
      'cellXfs',
      looks.map((look) => lookXml(look, formats)),
    ),
    list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: '0', builtinId: '0' }, [])]),
  ]);
}

/** The looks of all cells of a workbook. The first is Excel's own plain one. */
export function looksOf(cells: readonly SheetCell[]): Looks {
  const plain: CellLook = { font: 0, border: 0, align: 'left', format: PLAIN, quoted: false };
  const keys = new Map([[JSON.stringify(plain), plain]]);
  for (const cell of cells) {
    const look = lookOf(cell);
    keys.set(JSON.stringify(look), look);
  }
  const order = [...keys.keys()];
  return {
    xml: stylesXml([...keys.values()]),
    numberOf: (cell) => String(order.indexOf(JSON.stringify(lookOf(cell)))),
  };
}
