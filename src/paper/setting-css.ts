/**
 * A type setting as style: the custom properties `paper.css` is written in, and the page rules of a
 * file that is printed by the browser itself. Every length comes from `type-setting.ts`.
 */
import {
  type Font,
  letterSpacing,
  PARTS,
  SHEET,
  TABLE_TYPE,
  type TypeSetting,
  textHeight,
  textWidth,
} from './type-setting.ts';

/** The families of a font in the order in which a browser takes them. */
function familiesOf({ families, instead, generic }: Font): string {
  const names = [...families, ...instead.map(([family]) => family)];
  return [...names.map((name) => `"${name}"`), generic].join(', ');
}

/** The custom properties of a setting. */
export function settingProperties(setting: TypeSetting): Readonly<Record<string, string>> {
  const { margins, line, title, heading, pageNumber } = setting;
  const letters = PARTS.flatMap((part) => [
    [`--paper-${part}-font`, familiesOf(setting.letters[part].font)],
    [`--paper-${part}-size`, `${setting.letters[part].size}pt`],
  ]);
  return {
    ...Object.fromEntries(letters),
    '--paper-top': `${margins.top}mm`,
    '--paper-right': `${margins.right}mm`,
    '--paper-bottom': `${margins.bottom}mm`,
    '--paper-left': `${margins.left}mm`,
    '--paper-sheet-width': `${SHEET.width}mm`,
    '--paper-sheet-height': `${SHEET.height}mm`,
    '--paper-text-width': `${textWidth(setting)}mm`,
    '--paper-text-height': `${textHeight(setting)}mm`,
    '--paper-line': `${line.toFixed(3)}pt`,
    '--paper-spacing': `${letterSpacing(setting)}pt`,
    '--paper-title-line': `${title.line}pt`,
    '--paper-title-after': `${title.after}pt`,
    '--paper-heading-before': `${heading.before}pt`,
    '--paper-heading-after': `${heading.after}pt`,
    '--paper-number-below': `${pageNumber.below}mm`,
    '--paper-strip-size': `${TABLE_TYPE.strip}pt`,
    '--paper-long-size': `${TABLE_TYPE.longFigure}pt`,
    '--paper-longest-size': `${TABLE_TYPE.longestFigure}pt`,
    '--paper-table-line': `${TABLE_TYPE.lineHeight}`,
  };
}

const NUMBER = 'content: "— " counter(page) " —";';

/** The page number of a browser that knows margin boxes, in the box of a side. */
function numberBox(setting: TypeSetting, box: 'left' | 'center' | 'right'): string {
  const { letters, pageNumber } = setting;
  const { font, size } = letters.pageNumber;
  const inset = box === 'center' ? '' : ` padding-${box}: ${size}pt;`;
  return `@bottom-${box} { ${NUMBER} font-family: ${familiesOf(font)}; font-size: ${size}pt; vertical-align: top; padding-top: ${pageNumber.below}mm;${inset} }`;
}

function numberRules(setting: TypeSetting): string {
  if (setting.pageNumber.place === 'centre') return `@page { ${numberBox(setting, 'center')} }`;
  return `@page :right { ${numberBox(setting, 'right')} }
@page :left { ${numberBox(setting, 'left')} }`;
}

/**
 * 草稿 on every page: in the margin where the browser knows margin boxes, which are those that know
 * `text-box-trim` too; at the head of the paper in every other.
 */
const DRAFT_RULES = `.paper-draft { page: draft; }
@page draft { @top-right { content: "草　稿"; color: #b3261e; font-family: SimHei, "Noto Sans CJK SC", sans-serif; font-size: 14pt; } }
@supports (text-box-trim: none) { @media print { .paper-draft-mark { display: none; } } }`;

/** The style of a file that stands alone: the properties of its setting and the page it prints on. */
export function settingCss(setting: TypeSetting): string {
  const { top, right, bottom, left } = setting.margins;
  const properties = Object.entries(settingProperties(setting));
  return `:root {
${properties.map(([name, value]) => `  ${name}: ${value};`).join('\n')}
}
@page { size: ${SHEET.width}mm ${SHEET.height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
@page turned { size: ${SHEET.height}mm ${SHEET.width}mm; margin: ${left}mm ${top}mm ${right}mm ${bottom}mm; }
${numberRules(setting)}
${DRAFT_RULES}
`;
}
