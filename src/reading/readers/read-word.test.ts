import { describe, expect, it } from 'vitest';
import { type ReportDocument, textOf } from './document.ts';
import { packageOf, wordFile, wordParts, wordXml } from './office-files.fixture.ts';
import { readOffice } from './read-office.ts';
import { DEEPEST } from './xml-part.ts';

function documentOf(bytes: Uint8Array): ReportDocument {
  const read = readOffice(bytes);
  if (!read.ok) throw new Error(read.failure.problem);
  return read.value;
}

function words(body: string, styles = ''): string {
  return textOf(documentOf(wordFile(body, styles)));
}

function problem(bytes: Uint8Array): string {
  const read = readOffice(bytes);
  return read.ok ? '' : read.failure.problem;
}

function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
}

function style(id: string, inside: string, type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`;
}

const HIDES = '<w:rPr><w:vanish/></w:rPr>';
const VANISH = '<w:vanish/>';

describe('hidden text of a Word file', () => {
  it('is not read and told, on the run itself', () => {
    const bytes = wordFile(`<w:p>${run('21')}${run('9', VANISH)}</w:p>`);
    expect(textOf(documentOf(bytes))).toBe('21');
    expect(documentOf(bytes).leftOut).toEqual(['隐藏文字 1 处没有读']);
  });

  it.each([
    ['a character style', style('h', HIDES, 'character'), '', '<w:rStyle w:val="h"/>'],
    [
      'a style through two it is based on',
      style('a', HIDES) +
        style('b', '<w:basedOn w:val="a"/>') +
        style('c', '<w:basedOn w:val="b"/>'),
      '<w:pPr><w:pStyle w:val="c"/></w:pPr>',
      '',
    ],
    [
      'the style paragraphs have by default',
      style('n', HIDES).replace('w:style ', 'w:style w:default="1" '),
      '',
      '',
    ],
    [
      'the defaults of the document',
      `<w:docDefaults><w:rPrDefault>${HIDES}</w:rPrDefault></w:docDefaults>`,
      '',
      '',
    ],
  ])('is not read when hidden by %s', (_, styles, paragraph, properties) => {
    const body = `<w:p>${paragraph}${run('9', properties)}</w:p><w:p>${run('21', '<w:vanish w:val="0"/>')}</w:p>`;
    expect(words(body, styles)).toBe('21');
  });

  it('is shown where two styles that both hide cancel each other out', () => {
    const styles = style('p', HIDES) + style('c', HIDES, 'character');
    const body = `<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>${run('9')}${run('21', '<w:rStyle w:val="c"/>')}</w:p>`;
    expect(words(body, styles)).toBe('21');
  });

  it('on the mark of a paragraph makes it run on in the next, and hides no words', () => {
    const mark = `<w:pPr><w:rPr>${VANISH}</w:rPr></w:pPr>`;
    expect(words(`<w:p>${mark}${run('2')}</w:p><w:p>${run('1')}</w:p>`)).toBe('21');
  });

  it('does not end in a circle of styles', () => {
    const styles = style('a', '<w:basedOn w:val="b"/>') + style('b', '<w:basedOn w:val="a"/>');
    expect(words(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${run('21')}</w:p>`, styles)).toBe('21');
  });
});

describe('tracked changes of a Word file', () => {
  it('are read as accepted, and what was taken away is told', () => {
    const body = `<w:p>${run('2')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>${run('1')}</w:ins><w:moveFrom>${run('7')}</w:moveFrom><w:moveTo>${run('件')}</w:moveTo></w:p>`;
    expect(words(body)).toBe('21件');
    expect(documentOf(wordFile(body)).leftOut).toEqual(['修订中删除或移走的内容 2 处没有读']);
  });

  it('take a deleted row out of its table', () => {
    const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
    const body = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('31')}</w:tr><w:tr>${cell('21')}</w:tr></w:tbl>`;
    expect(words(body)).toBe('21');
  });
});

describe('a field of a Word file', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = '<w:r><w:instrText>= 20 + 1</w:instrText></w:r>';

  it('is its result, not its code', () => {
    const inner = `${mark('begin')}${code}${mark('separate')}${run('7')}${mark('end')}`;
    const body = `<w:p>${mark('begin')}${code}${run('x')}${inner}${mark('separate')}${run('21')}${mark('end')}</w:p>`;
    expect(words(body)).toBe('21');
  });

  it('that never ends hides nothing behind it', () => {
    expect(words(`<w:p>${mark('begin')}${run('21')}</w:p><w:p>${run('件')}</w:p>`)).toBe('21\n件');
  });

  it('whose end was deleted hides nothing behind it', () => {
    const body = `<w:p>${mark('begin')}${code}<w:del>${mark('end')}</w:del></w:p><w:p>${run('21')}</w:p>`;
    expect(words(body)).toBe('21');
  });
});

describe('the words of a Word file', () => {
  it('keep the sign a hyphen that does not break stands for', () => {
    expect(words('<w:p><w:r><w:noBreakHyphen/><w:t>5</w:t></w:r></w:p>')).toBe('-5');
  });

  it('keep what stands in smart tags, and the line ends within a run', () => {
    const tagged = `<w:smartTag>${run('RT')}</w:smartTag>`;
    expect(words(`<w:p>${run('STA')}${tagged}<w:r><w:cr/><w:t>21</w:t></w:r></w:p>`)).toBe(
      'START\n21',
    );
  });

  it('are not the deleted code of a field', () => {
    const code = '<w:del><w:r><w:delInstrText>SEQ 9</w:delInstrText></w:r></w:del>';
    expect(words(`<w:p>${code}${run('21')}</w:p>`)).toBe('21');
  });

  it('keep the characters under a phonetic guide', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('jiao')}</w:rt><w:rubyBase>${run('教')}</w:rubyBase></w:ruby></w:r>`;
    expect(words(`<w:p>${ruby}${run('育局')}</w:p>`)).toBe('教育局');
  });

  it('are told where they stand in text boxes or embedded files', () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent><w:p>${run('9')}</w:p></w:txbxContent></w:pict></w:r>${run('21')}</w:p>`;
    const { leftOut } = documentOf(wordFile(`${box}<w:altChunk/>`));
    expect(leftOut).toEqual(['嵌入的文件 1 个没有读', '文本框里的文字没有读']);
  });
});

describe('the main part of a Word file', () => {
  it('is found under the name its package gives', () => {
    const parts = wordParts(`<w:p>${run('21')}</w:p>`);
    const { 'word/document.xml': main, ...rest } = parts;
    const moved = {
      ...rest,
      'word/document2.xml': main!,
      '_rels/.rels': String(rest['_rels/.rels']).replace('document.xml', 'document2.xml'),
    };
    expect(textOf(documentOf(packageOf(moved)))).toBe('21');
  });

  it('that nests without end is told in one true sentence', () => {
    const deep = (depth: number) =>
      wordFile(
        '<w:sdt><w:sdtContent>'.repeat(depth) + run('9') + '</w:sdtContent></w:sdt>'.repeat(depth),
      );
    expect(problem(deep(20_000))).toBe(`文件的内容一层套一层，超过 ${DEEPEST} 层`);
    expect(problem(deep(100))).toBe('');
  });

  it.each([
    ['cut short', (xml: string) => xml.slice(0, -12)],
    ['not well formed', (xml: string) => xml.replace('</w:r>', '')],
    ['empty', () => ''],
  ])('is damaged when %s, and nothing of it is read', (_, change) => {
    const parts = {
      ...wordParts(''),
      'word/document.xml': change(wordXml(`<w:p>${run('21')}</w:p>`)),
    };
    expect(problem(packageOf(parts))).toContain('文件已损坏');
  });
});
