/**
 * The words of a Word paragraph as a person reads them once all changes are accepted: hidden runs, deleted
 * and moved-away text and the codes of fields are none; inserted text is. What is passed over is counted.
 */
import type { WordStyles } from './word-styles.ts';
import {
  childNamed,
  descendantsOf,
  elementsOf,
  isOn,
  ownText,
  type XmlElement,
} from './xml-part.ts';

/** Wrappers whose content counts as if they were not there. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  'w:document',
  'w:body',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'mc:AlternateContent',
  'mc:Choice',
]);
const REMOVED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

/** What stands for a character of its own. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

export interface PassedOver {
  hidden: number;
  removed: number;
  embedded: number;
}

export interface WordText {
  readonly styles: WordStyles;
  readonly passedOver: PassedOver;
  /** The marks between which field codes stand, each begin by its end or separator. */
  readonly fieldCodes: ReadonlyMap<XmlElement, XmlElement>;
}

/** A row that was deleted or hidden as a whole. */
export function isRowGone(row: XmlElement): boolean {
  const properties = childNamed(row, 'w:trPr');
  const hidden = childNamed(properties, 'w:hidden');
  const isHidden = hidden !== undefined && isOn(hidden.attributes['w:val'] ?? 'true');
  return isHidden || childNamed(properties, 'w:del') !== undefined;
}

const HOLDERS: ReadonlySet<string> = new Set(['w:p', 'w:r', 'w:tbl', 'w:tr', 'w:tc']);

/** The marks of fields a reader comes by; those in what was deleted are none. */
function fieldMarks(node: XmlElement): readonly XmlElement[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === 'w:fldChar') return [child];
    const isWalked = HOLDERS.has(child.name) || TRANSPARENT.has(child.name);
    return isWalked && !isRowGone(child) ? fieldMarks(child) : [];
  });
}

/** Begins of fields with the mark that ends their code; a begin without one hides nothing. */
export function fieldCodesOf(root: XmlElement): ReadonlyMap<XmlElement, XmlElement> {
  const codes = new Map<XmlElement, XmlElement>();
  const open: XmlElement[] = [];
  for (const mark of fieldMarks(root)) {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') open.push(mark);
    const begin = open[open.length - 1];
    if (!begin || type === 'begin') continue;
    if (!codes.has(begin)) codes.set(begin, mark);
    if (type === 'end') open.pop();
  }
  return codes;
}

/** Digits and signs that stand as characters of the font Symbol. */
function symbolText({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16) & 0xff;
  if (!/^symbol$/i.test(attributes['w:font'] ?? '')) return '';
  return code >= 0x30 && code <= 0x39 ? String.fromCharCode(code) : code === 0x2d ? '-' : '';
}

/** Reads paragraphs one after another; a field may begin in one and end in another. */
export class WordReader {
  /** The marks awaited that end field codes; within any, nothing is text. */
  private readonly awaited: XmlElement[] = [];

  private readonly source: WordText;

  constructor(source: WordText) {
    this.source = source;
  }

  paragraph(node: XmlElement): string {
    return this.inline(node, childNamed(node, 'w:pPr'));
  }

  /** The text of what stands in a paragraph or a run. */
  private inline(node: XmlElement, properties: XmlElement | undefined): string {
    return elementsOf(node)
      .map((child) => {
        if (child.name === 'w:r') return this.run(child, properties);
        if (child.name === 'w:fldChar') this.field(child);
        if (REMOVED.has(child.name)) return this.removed(child);
        if (TRANSPARENT.has(child.name)) return this.inline(child, properties);
        if (this.awaited.length > 0) return '';
        if (child.name === 'w:t') return ownText(child);
        return child.name === 'w:sym' ? symbolText(child) : (CHARACTERS[child.name] ?? '');
      })
      .join('');
  }

  private removed(node: XmlElement): string {
    if (descendantsOf(node, 'w:delText').length + descendantsOf(node, 'w:t').length > 0) {
      this.source.passedOver.removed += 1;
    }
    return '';
  }

  private run(node: XmlElement, paragraph: XmlElement | undefined): string {
    const isHidden = this.source.styles.hides(childNamed(node, 'w:rPr'), paragraph);
    const text = this.inline(node, paragraph);
    if (!isHidden) return text;
    if (text.trim() !== '') this.source.passedOver.hidden += 1;
    return '';
  }

  private field(mark: XmlElement): void {
    const end = this.source.fieldCodes.get(mark);
    if (end) this.awaited.push(end);
    else if (this.awaited[this.awaited.length - 1] === mark) this.awaited.pop();
  }
}
