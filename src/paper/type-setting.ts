/**
 * How the paper is set, as data: page, margins, lines, letters. Two settings: 公文 as GB/T 9704-2012 has
 * it (domain: typography), and 网页 for a web site. Everything that shows or writes the paper – the
 * pages on screen, print, the printable file, Word – takes its measures from here, so that no margin
 * stands twice. Lengths are millimetres, sizes of type points.
 */

/** A typeface as people and Word call it, the names browsers find it under, and what stands in for it. */
export interface Font {
  readonly name: string;
  readonly families: readonly string[];
  /** In the order in which they are taken, each with its name in Chinese. */
  readonly instead: readonly (readonly [family: string, name: string])[];
  readonly generic: 'serif' | 'sans-serif';
}

const SERIF_INSTEAD = [
  ['SimSun', '宋体'],
  ['Songti SC', '宋体'],
  ['Noto Serif CJK SC', '思源宋体'],
  ['Noto Serif SC', '思源宋体'],
  ['Source Han Serif SC', '思源宋体'],
] as const;

const TITLE_SONG: Font = {
  name: '方正小标宋简体',
  families: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', '方正小标宋_GBK', '小标宋'],
  instead: [['STZhongsong', '华文中宋'], ...SERIF_INSTEAD],
  generic: 'serif',
};
const SONG: Font = {
  name: '宋体',
  families: ['SimSun', '宋体', 'NSimSun'],
  instead: SERIF_INSTEAD.slice(1),
  generic: 'serif',
};
const HEI: Font = {
  name: '黑体',
  families: ['SimHei', '黑体', 'STHeiti'],
  instead: [
    ['Microsoft YaHei', '微软雅黑'],
    ['PingFang SC', '苹方'],
    ['Noto Sans CJK SC', '思源黑体'],
    ['Source Han Sans SC', '思源黑体'],
  ],
  generic: 'sans-serif',
};
const KAI: Font = {
  name: '楷体_GB2312',
  families: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti'],
  instead: SERIF_INSTEAD,
  generic: 'serif',
};
const FANG_SONG: Font = {
  name: '仿宋_GB2312',
  families: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong'],
  instead: SERIF_INSTEAD,
  generic: 'serif',
};

/** What is set in letters of its own. */
export const PARTS = ['title', 'heading', 'subheading', 'body', 'table', 'pageNumber'] as const;

/** A part of the paper that has letters of its own. */
export type Part = (typeof PARTS)[number];

/** A font and its size, in points. */
export interface Letters {
  readonly font: Font;
  readonly size: number;
}

interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How the paper is set: margins, lines and letters. */
export interface TypeSetting {
  readonly id: string;
  readonly name: string;
  readonly margins: Sides;
  /** From one line of text to the next, in points. */
  readonly line: number;
  /** Characters on a full line; their letters are moved closer until so many fit. */
  readonly characters?: number;
  readonly letters: Readonly<Record<Part, Letters>>;
  /** Line of the title and room below it, in points. */
  readonly title: { readonly line: number; readonly after: number };
  /** Room above and below a heading, in points. */
  readonly heading: { readonly before: number; readonly after: number };
  readonly pageNumber: {
    /** `outside`: right on odd pages, left on even ones, a character in. */
    readonly place: 'outside' | 'centre';
    /** Below the text, in millimetres. */
    readonly below: number;
  };
  /** 一图读懂 is the last page unless somebody says otherwise. */
  readonly picture: boolean;
}

/** A4. */
export const SHEET = { width: 210, height: 297 } as const;

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** Type of the tables, the same in both settings: what fits is given by the statutory form. */
export const TABLE_TYPE = {
  /** Fifteen columns on one line of A4. */
  strip: 9,
  /** A figure in a narrow column, of six or seven digits and of more. */
  longFigure: 7.5,
  longestFigure: 6,
  lineHeight: 1.35,
} as const;

const DOCUMENT_MARGINS: Sides = { top: 37, right: 26, bottom: 35, left: 28 };
/** Lines of a page of 公文 (GB/T 9704-2012, 5.2.3). */
const DOCUMENT_LINES = 22;

/** 公文: GB/T 9704-2012. */
export const DOCUMENT: TypeSetting = {
  id: 'document',
  name: '公文',
  margins: DOCUMENT_MARGINS,
  line:
    ((SHEET.height - DOCUMENT_MARGINS.top - DOCUMENT_MARGINS.bottom) / DOCUMENT_LINES) *
    POINTS_PER_MM,
  characters: 28,
  letters: {
    title: { font: TITLE_SONG, size: 22 },
    heading: { font: HEI, size: 16 },
    subheading: { font: KAI, size: 16 },
    body: { font: FANG_SONG, size: 16 },
    table: { font: SONG, size: 10.5 },
    pageNumber: { font: SONG, size: 14 },
  },
  title: { line: 35, after: 29 },
  heading: { before: 0, after: 0 },
  pageNumber: { place: 'outside', below: 7 },
  picture: false,
};

/** 网页: for a web site, where nobody asks for the grid of a 公文. */
export const WEB: TypeSetting = {
  id: 'web',
  name: '网页',
  margins: { top: 25, right: 22, bottom: 25, left: 22 },
  line: 27,
  letters: {
    title: { font: TITLE_SONG, size: 22 },
    heading: { font: HEI, size: 15 },
    subheading: { font: KAI, size: 15 },
    body: { font: FANG_SONG, size: 15 },
    table: { font: SONG, size: 10.5 },
    pageNumber: { font: SONG, size: 14 },
  },
  title: { line: 33, after: 20 },
  heading: { before: 12, after: 6 },
  pageNumber: { place: 'centre', below: 7 },
  picture: true,
};

/** The settings offered, the usual one first. */
export const TYPE_SETTINGS: readonly TypeSetting[] = [DOCUMENT, WEB];

/** The setting of a name; 公文 where there is none such. */
export function settingOf(id: string | undefined): TypeSetting {
  return TYPE_SETTINGS.find((one) => one.id === id) ?? DOCUMENT;
}

/** Width of the text, in millimetres. */
export function textWidth({ margins }: TypeSetting): number {
  return SHEET.width - margins.left - margins.right;
}

/** Height of the text, in millimetres. */
export function textHeight({ margins }: TypeSetting): number {
  return SHEET.height - margins.top - margins.bottom;
}

/** How much closer than their size characters stand so that a full line holds its number, in points. */
export function letterSpacing(setting: TypeSetting): number {
  if (!setting.characters) return 0;
  const room = (textWidth(setting) * POINTS_PER_MM) / setting.characters;
  // Down to a hundredth: what is rounded up would push the last character to the next line.
  return Math.floor((room - setting.letters.body.size) * 100) / 100;
}

/** How many characters a line of the title holds. */
export function titleCharacters(setting: TypeSetting): number {
  return Math.floor((textWidth(setting) * POINTS_PER_MM) / setting.letters.title.size);
}
