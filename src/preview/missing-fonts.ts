/**
 * Which fonts of a setting this machine lacks, and what stands in for each. A font is there where text
 * in it is as wide whichever font follows it; `document.fonts.check` says yes to fonts that are absent.
 */
import { type Font, PARTS, type TypeSetting } from '../paper/type-setting.ts';

/** Letters whose widths tell the two generic fonts apart; ideographs are as wide in every font. */
const PROBE = 'mmmmiiiiWWWW....';

type Width = (font: string) => number;

function widths(): Width {
  const canvas = document.createElement('canvas').getContext('2d');
  return (font) => {
    if (!canvas) return 0;
    canvas.font = `32px ${font}`;
    return canvas.measureText(PROBE).width;
  };
}

function isThere(family: string, width: Width): boolean {
  const [one, other] = [width(`"${family}", monospace`), width(`"${family}", serif`)];
  const sans = width(`"${family}", sans-serif`);
  return one === other && one === sans;
}

/** What stands in for a font; undefined where the font is there. */
function insteadOf({ families, instead }: Font, width: Width): string | undefined {
  if (families.some((family) => isThere(family, width))) return undefined;
  return instead.find(([family]) => isThere(family, width))?.[1] ?? '系统字体';
}

/** 「楷体」 for 「楷体_GB2312」: what people call it. */
function plainName({ name }: Font): string {
  return name.replace(/_GB2312$/, '');
}

/** One sentence on the fonts that are missing; undefined where none is. */
export function missingFontsText({ letters }: TypeSetting): string | undefined {
  const width = widths();
  const fonts = new Set(PARTS.map((part) => letters[part].font));
  const missing = new Map<string, string[]>();
  for (const font of fonts) {
    const instead = insteadOf(font, width);
    if (instead) missing.set(instead, [...(missing.get(instead) ?? []), plainName(font)]);
  }
  if (missing.size === 0) return undefined;
  const told = Array.from(missing, ([instead, names]) => `${names.join('、')}用${instead}代替`);
  return `这台电脑缺字体：${told.join('，')}。换一台电脑打印，换行和分页可能不同。`;
}
