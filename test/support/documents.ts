// Documents of word processors, made here: PDF with its text drawn line by line, DOCX as its parts in an archive.

import { crc32, deflateRawSync } from 'node:zlib';

/** A line of text in a PDF: in points from the lower left corner. */
export interface Drawn {
  words: string;
  x?: number;
  y: number;
  size?: number;
}

const escaped = (words: string): string => words.replace(/[\\()]/g, (sign) => `\\${sign}`);

/** Pages of A4 with these lines, in one of the standard typefaces; more goes into the catalogue as it is. */
export function pdfOf(pages: Drawn[][], more = ''): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const tree = pages.length * 2 + 2;
  const kids = pages.map((lines) => {
    const drawn = lines
      .map(
        ({ words, x = 72, y, size = 11 }) =>
          `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td (${escaped(words)}) Tj ET`,
      )
      .join('\n');
    const content = add(`<</Length ${String(Buffer.byteLength(drawn, 'latin1'))}>>stream\n${drawn}\nendstream`);
    return add(
      `<</Type/Page/Parent ${String(tree)} 0 R/MediaBox[0 0 595 842]/Contents ${String(content)} 0 R/Resources<</Font<</F1 ${String(font)} 0 R>>>>>>`,
    );
  });
  add(`<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.map((n) => `${String(n)} 0 R`).join(' ')}]>>`);
  const catalogue = add(`<</Type/Catalog/Pages ${String(tree)} 0 R${more}>>`);
  const pieces = objects.map((body, n) => `${String(n + 1)} 0 obj\n${body}\nendobj\n`);
  const places: number[] = [];
  let at = 9;
  for (const piece of pieces) {
    places.push(at);
    at += Buffer.byteLength(piece, 'latin1');
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root ${String(catalogue)} 0 R>>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.from(`%PDF-1.4\n${pieces.join('')}${end}`, 'latin1');
}

/** Paragraphs as a word processor sets them: 11 points, 15 apart, broken at 80 characters, an empty line between two. */
export function drawn(paragraphs: string[], from = 760): Drawn[] {
  let y = from;
  return paragraphs.flatMap((paragraph) => {
    y -= 12;
    return (paragraph.match(/.{1,80}(?:\s|$)/g) ?? []).map((line) => ({ words: line.trim(), y: (y -= 15) }));
  });
}

/** An archive of these files; `lie` is what it says of their unpacked size. */
export function archiveOf(files: Record<string, string | Buffer>, lie?: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(lie ?? bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
export const inXml = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph; `properties` as its w:pPr has them. */
export const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${inXml(words)}</w:t></w:r></w:p>`;
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const list = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(id)}"/></w:numPr>`;

/** A DOCX of this body, with other parts as given. */
export const docxOf = (body: string, parts: Record<string, string> = {}, before = ''): Buffer =>
  archiveOf({
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, inner]) => [
        `word/${name}.xml`,
        `<?xml version="1.0"?><w:${name} ${NAMESPACE}>${inner}</w:${name}>`,
      ]),
    ),
  });

/** Headings and a title under the ids that a German word processor gives them. */
export const STYLES = `<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:styleId="Absatz"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;

const level = (at: number, format: string, pattern: string, start = 1): string =>
  `<w:lvl w:ilvl="${String(at)}"><w:start w:val="${String(start)}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;

/** Lists: 1 counts 12., (a), (i); 2 begins the same anew at 1; 3 has bullets; 4 counts 6.1. */
export const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', 12)}${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1', 6)}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`;
