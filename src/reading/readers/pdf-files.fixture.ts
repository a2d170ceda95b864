/** PDF files of a few lines a page, in a font that has no more than a predefined character map. */

interface PdfOptions {
  /** The predefined map the text is written by. */
  readonly encoding: string;
  /** Pages, by index, that hold a picture and no text. */
  readonly pictures?: readonly number[];
}

function hex16(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

function textStream(lines: readonly string[]): string {
  const shown = lines.map((line, at) => `1 0 0 1 60 ${780 - at * 24} Tm <${hex16(line)}> Tj`);
  return `BT /F1 12 Tf ${shown.join(' ')} ET`;
}

/** The bytes of a PDF with these lines on its pages. */
export function pdfFile(
  pages: readonly (readonly string[])[],
  { encoding, pictures = [] }: PdfOptions,
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (data: string, head = '') =>
    add(`<<${head}/Length ${data.length}>>\nstream\n${data}\nendstream`);
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  const glyphs = add(
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>',
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[${glyphs} 0 R]>>`,
  );
  const picture = stream(
    'x',
    '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
  );
  const kids = pages.map((lines, at) => {
    const content = stream(
      pictures.includes(at) ? 'q 500 0 0 700 40 40 cm /I1 Do Q' : textStream(lines),
    );
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F1 ${font} 0 R>>/XObject<</I1 ${picture} 0 R>>>>>>`,
    );
  });
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((one) => `${one} 0 R`).join(' ')}]>>`;
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`);
}
