// Files of every kind that is read, and those that want to do harm, through the thread that reads them.

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem } from '../../src/common/problem.js';
import type { Block } from '../../src/intake/document.js';
import { DocumentReading } from '../../src/intake/document-reading.js';
import { ReaderThread } from '../../src/intake/reader-thread.js';
import { archiveOf, docxOf, drawn, list, NUMBERING, p, pdfOf, style, STYLES } from '../support/documents.js';
import { koreanPdf } from '../support/korean-pdf.js';
import { exe, pdf, png, utf16, zip } from '../support/files.js';

const reading = new DocumentReading();
const read = (bytes: Buffer, name = 'a.bin') => reading.read({ bytes, name });

/** What a block says, after its kind and label. */
async function blocksOf(bytes: Buffer): Promise<string[]> {
  const { document } = await read(bytes);
  return document.blocks.map((block: Block) =>
    [block.kind, block.label, document.text.slice(block.start, block.end)].filter((it) => it !== undefined).join(' | '),
  );
}

/** The name of the failure; nothing that is read ends here. */
async function faultOf(bytes: Buffer, name?: string): Promise<string> {
  try {
    await read(bytes, name);
    return 'none';
  } catch (error) {
    if (error instanceof Problem) return `${String(error.status)} ${error.code}`;
    throw error;
  }
}

const LONG =
  'We urge the Government of Norway to publish the report of the inquiry before the end of the year, in full.';
const OTHER = 'The organizations that sign this letter have followed the matter for ten years and will go on doing so.';

describe('a PDF', () => {
  it('gives paragraphs from lines, and words from what was broken', async () => {
    const lines = drawn([LONG, OTHER]);
    lines.push({ words: 'A third one says that inter-', y: 500 }, { words: 'national bodies wait for it.', y: 485 });
    const { format, mediaType, document } = await read(pdfOf([lines]));
    expect([format, mediaType]).toEqual(['pdf', 'application/pdf']);
    expect(document.text.split('\n\n')).toEqual([
      LONG,
      OTHER,
      'A third one says that international bodies wait for it.',
    ]);
  });

  it('is read where its letters are codes of a table, as offices in Korea write them', async () => {
    const { document } = await read(koreanPdf('현장 조사 허용', '북한 인권 결의안'));
    expect(document.text).toContain('현장 조사 허용');
    expect(document.text).toContain('북한 인권 결의안');
  });

  it('leaves out running heads, page numbers and marks of notes, and goes on after them', async () => {
    const page = (n: number, lines: ReturnType<typeof drawn>) => [
      { words: `A/HRC/99/${String(n)}  Some report`, y: 800, size: 9 },
      ...lines,
      { words: String(n), x: 290, y: 40, size: 9 },
    ];
    const first = drawn([LONG, 'The committee recommends that the State party take all that is needed to']);
    first.push({ words: '12', x: first.at(-1)!.words.length * 5.6 + 72, y: first.at(-1)!.y + 4, size: 6 });
    const text = (
      await read(
        pdfOf([page(1, first), page(2, drawn(['end the practice without delay.', OTHER])), page(3, drawn([OTHER]))]),
      )
    ).document.text;
    expect(text.split('\n\n')).toEqual([
      LONG,
      'The committee recommends that the State party take all that is needed to end the practice without delay.',
      OTHER,
      OTHER,
    ]);
  });

  it('tells the title and headings by their size, and puts notes last', async () => {
    const note = { words: '1 See the report of the secretariat, page 12.', y: 80, size: 8 };
    const blocks = await blocksOf(
      pdfOf([
        [
          { words: 'Report on a matter', y: 780, size: 20 },
          { words: 'To the Government', y: 740, size: 15 },
          ...drawn([LONG, '12. The Government should do so soon, and should say when it has done so.'], 720),
          note,
        ],
        drawn([OTHER]),
      ]),
    );
    expect(blocks).toEqual([
      'title | Report on a matter',
      'heading | To the Government',
      `paragraph | ${LONG}`,
      'paragraph | 12 | The Government should do so soon, and should say when it has done so.',
      `paragraph | ${OTHER}`,
      `footnote | ${note.words}`,
    ]);
  });

  it('without text says so, also with a stamp on each page', async () => {
    expect(await faultOf(pdf())).toBe('422 no-text');
    expect(await faultOf(pdfOf([[{ words: 'SCAN', y: 20 }], [{ words: 'SCAN', y: 20 }]]))).toBe('422 no-text');
  });

  it('that is locked, broken off, or none after its head, says so', async () => {
    const whole = pdfOf([drawn([LONG])]);
    const locked = Buffer.from(
      whole
        .toString('latin1')
        .replace(
          'trailer<<',
          `trailer<</Encrypt<</Filter/Standard/V 1/R 2/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>/P -4>>/ID[<00><00>]`,
        ),
      'latin1',
    );
    expect(await faultOf(locked)).toBe('422 encrypted');
    expect(await faultOf(Buffer.from('%PDF-1.7\nnothing at all'))).toBe('422 damaged-document');
    expect(await faultOf(whole.subarray(0, 300))).toMatch(/^422 (damaged-document|no-text)$/);
  });

  it('runs nothing that it brings along', async () => {
    const script =
      '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>';
    expect((await read(pdfOf([drawn([LONG])], script))).document.text).toBe(LONG);
  });

  it('of 500 pages is read', async () => {
    const { document } = await read(pdfOf(Array.from({ length: 500 }, () => drawn(Array(8).fill(LONG)))));
    expect(document.text.split('\n\n')).toHaveLength(4000);
  });

  it('of more pages than are read says so', async () => {
    expect(await faultOf(pdfOf(Array.from({ length: 1001 }, () => [{ words: 'A page.', y: 500 }])))).toBe(
      '422 too-many-pages',
    );
  });
});

describe('a DOCX', () => {
  it('has the numbers that its word processor would write, across levels and lists', async () => {
    const body = [
      p('First paragraph of the list says something.', style('Absatz')),
      p('The State party should:'),
      p('Release them at once;', list(1, 1)),
      p('Tell their families;', list(1, 1)),
      p('In writing;', list(1, 2)),
      p('Second paragraph of the list goes on with it.', list(1)),
      p('Letters begin anew under it;', list(1, 1)),
      p('Another list begins at one.', list(2)),
      p('A bullet', list(3)),
      p('Under six.', list(4, 1)),
      p('Under six again.', list(4, 1)),
    ].join('');
    const { document } = await read(docxOf(body, { styles: STYLES, numbering: NUMBERING }));
    expect(document.text.split('\n\n')).toEqual([
      '12. First paragraph of the list says something.',
      'The State party should:',
      '(a) Release them at once;',
      '(b) Tell their families;',
      '(i) In writing;',
      '13. Second paragraph of the list goes on with it.',
      '(a) Letters begin anew under it;',
      '1. Another list begins at one.',
      '• A bullet',
      '6.1 Under six.',
      '6.2 Under six again.',
    ]);
    const labels = document.blocks.map(({ label }) => label ?? '-').join(' ');
    expect(labels).toBe('12 - (a) (b) (i) 13 (a) 1 - 6.1 6.2');
  });

  it('has title and headings by the names of its styles, rows of tables, and notes last', async () => {
    const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`;
    const body = [
      p('A report', style('Titel')),
      p('Recommendations', style('berschrift1')),
      `<w:p><w:r><w:t>${LONG}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> Put in.</w:t></w:r></w:ins></w:p>`,
      `<w:tbl><w:tr>${cell('Accept it')}${cell('Spain')}${cell('Noted')}</w:tr></w:tbl>`,
    ].join('');
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="2">${p('See elsewhere.')}</w:footnote>`;
    expect(await blocksOf(docxOf(body, { styles: STYLES, footnotes }))).toEqual([
      'title | A report',
      'heading | Recommendations',
      `paragraph | ${LONG} Put in.`,
      'row | Accept it\tSpain\tNoted',
      'footnote | See elsewhere.',
    ]);
  });

  it('resolves no entity, of its own or from elsewhere', async () => {
    const before = `<!DOCTYPE w [<!ENTITY own "SWOLLEN"><!ENTITY far SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>`;
    const body = `<w:p><w:r><w:t>${LONG} &own; &far; &amp;</w:t></w:r></w:p>`;
    const { text } = (await read(docxOf(body, {}, before))).document;
    expect(text).toContain(LONG);
    expect(text).not.toMatch(/SWOLLEN|root:/);
  });

  it('that unpacks to more than is read is cut off, whatever it says of itself', async () => {
    const swollen = `<w:p><w:r><w:t>${'a'.repeat(1024)}</w:t></w:r></w:p>`.repeat(80_000);
    expect(await faultOf(docxOf(swollen))).toBe('422 too-much-inside');
    const document = `<w:document><w:body>${swollen}</w:body></w:document>`;
    expect(await faultOf(archiveOf({ 'word/document.xml': document }, 1000))).toMatch(
      /^422 (too-much-inside|damaged-document)$/,
    );
  });

  it('nested without end, or of millions of elements, is cut off', async () => {
    expect(await faultOf(docxOf('<w:sdt>'.repeat(5000)))).toBe('422 too-much-inside');
    expect(await faultOf(docxOf('<w:p/>'.repeat(3_100_000)))).toMatch(/^422 too/);
  });

  it('that is some other archive, or a broken one, is refused', async () => {
    expect(await faultOf(zip())).toBe('415 document-type-refused');
    expect(await faultOf(docxOf(p(LONG)).subarray(0, 400))).toBe('422 damaged-document');
    expect(await faultOf(docxOf(''))).toBe('422 no-text');
  });
});

describe('text and pages of the web', () => {
  const KOREAN = '북한은 유엔 인권이사회의 권고를 이행해야 합니다.';
  it.each([
    ['UTF-8', Buffer.from(KOREAN), KOREAN],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${KOREAN}`), KOREAN],
    ['UTF-16 with its mark', utf16(KOREAN), KOREAN],
    ['UTF-16 without', Buffer.from(LONG, 'utf16le'), LONG],
    ['the old Western encoding', Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]), '\u201ccaf\u00e9\u201d'],
  ])('in %s', async (_name, bytes, text) => {
    const { format, document } = await read(bytes, 'a.txt');
    expect([format, document.text]).toEqual(['text', text]);
  });

  it('is a page by its head, or by its name', async () => {
    const page = `<!doctype html><title>T</title><body><script>alert('${OTHER}')</script><p>${LONG}</p>`;
    const { format, document } = await read(Buffer.from(page));
    expect([format, document.text.includes(LONG), document.text.includes('alert')]).toEqual(['html', true, false]);
    expect((await read(Buffer.from(`${LONG}<br>${LONG}`), 'a.htm')).format).toBe('html');
    expect((await read(Buffer.from(`1 < 2. ${LONG}`), 'a.txt')).format).toBe('text');
  });

  it.each([
    ['a picture', png()],
    ['a program', exe()],
    ['bytes of no kind', Buffer.from([1, 2, 3, 0, 0, 5, 6, 7])],
  ])('is not %s', async (_name, bytes) => {
    expect(await faultOf(bytes, 'a.txt')).toBe('415 document-type-refused');
  });

  it.each([Buffer.alloc(0), Buffer.from(' \n\t ')])('is not nothing', async (bytes) => {
    expect(await faultOf(bytes, 'a.txt')).toBe('422 empty');
  });
});

it('reads many at once, one after the other, and none waits for ever', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => read(Buffer.from(LONG), 'a.txt')));
  expect(all.map(({ document }) => document.text)).toEqual(Array(12).fill(LONG));
});

describe('pasted text', () => {
  const paste = (by: DocumentReading, words: string) => by.read({ bytes: Buffer.from(words), format: 'text' });
  const begun = jest.spyOn(ReaderThread.prototype, 'read');
  const threads = () => new Set(begun.mock.contexts).size;
  beforeEach(() => {
    begun.mockClear();
  });

  it('is read by the thread that read the one before, and as by a new one', async () => {
    const texts = [LONG, `${OTHER}\n\n${LONG}`, LONG];
    const warm = new DocumentReading();
    const answers: unknown[] = [];
    for (const text of texts) answers.push(await paste(warm, text));
    expect(threads()).toBe(1);
    for (const [n, text] of texts.entries()) {
      const fresh = new DocumentReading();
      expect(await paste(fresh, text)).toEqual(answers[n]);
      await fresh.onModuleDestroy();
    }
    await warm.onModuleDestroy();
  });

  it('of which nothing can be read ends its thread, and so does every file and page', async () => {
    const own = new DocumentReading();
    await paste(own, ' ').catch(() => undefined);
    await own.read({ bytes: Buffer.from(LONG), name: 'a.txt' });
    await own.read({ bytes: Buffer.from(`<p>${LONG}</p>`), format: 'html' });
    await paste(own, LONG);
    expect(threads()).toBe(4);
    await own.onModuleDestroy();
  });
});
