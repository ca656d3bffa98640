// A PDF as offices in Korea write them: its font is named and not brought along, and its words are codes of a table that the reader must have.

const inCodes = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** One page with these lines, each in one of the two ways to say which letters are meant. */
export function koreanPdf(first: string, second = ''): Buffer {
  const drawn = `BT /F1 32 Tf 20 120 Td <${inCodes(first)}> Tj ET BT /F2 32 Tf 20 50 Td <${inCodes(second)}> Tj ET`;
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>endobj',
      `4 0 obj<</Length ${String(drawn.length)}>>stream\n${drawn}\nendstream endobj`,
      '5 0 obj<</Type/Font/Subtype/Type0/BaseFont/HYSMyeongJo-Medium/Encoding/UniKS-UCS2-H/DescendantFonts[7 0 R]>>endobj',
      '6 0 obj<</Type/Font/Subtype/Type0/BaseFont/HYGoThic-Medium/Encoding/UniKS-UTF16-H/DescendantFonts[9 0 R]>>endobj',
      '7 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/HYSMyeongJo-Medium/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 2>>/DW 1000/FontDescriptor 8 0 R>>endobj',
      '8 0 obj<</Type/FontDescriptor/FontName/HYSMyeongJo-Medium/Flags 6/FontBBox[0 -148 1001 880]/ItalicAngle 0/Ascent 880/Descent -148/CapHeight 880/StemV 93>>endobj',
      '9 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/HYGoThic-Medium/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 2>>/DW 1000/FontDescriptor 10 0 R>>endobj',
      '10 0 obj<</Type/FontDescriptor/FontName/HYGoThic-Medium/Flags 4/FontBBox[0 -148 1001 880]/ItalicAngle 0/Ascent 880/Descent -148/CapHeight 880/StemV 93>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF\n',
    ].join('\n'),
  );
}
