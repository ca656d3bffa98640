import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readHtml } from './read-html.js';

const body = 'Long words that make this the text of the page. '.repeat(12);

describe('readHtml', () => {
  it('keeps the text and its lists, and neither scripts nor what stands around', () => {
    const { text, blocks } = readHtml(
      `<title>T</title><nav><a href="/">We urge Chad to act</a></nav><main><h1>A title</h1><p>${body}</p><h2>To Chad:</h2>
       <ul><li>Open the <b>camps</b> &amp; roads<ul><li>in the east;</li></ul></li></ul>
       <script>"You should not be here"</script><div class="related"><a>Chad should leave</a></div></main><footer>Give now</footer>`,
    );
    const said = blocks
      .filter(({ kind }) => kind !== 'boilerplate')
      .map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)]);
    expect(said).toEqual([
      ['title', 0, 'A title'],
      ['paragraph', 0, body.trim()],
      ['heading', 2, 'To Chad:'],
      ['item', 1, 'Open the camps & roads'],
      ['item', 2, 'in the east;'],
    ]);
    expect(text).not.toContain('You should not');
  });

  it('counts ordered lists as a browser does', () => {
    const { blocks } = readHtml(
      '<ol start="4"><li>Stop it.</li><li>End it.</li></ol><ol type="a"><li>Free them.</li></ol>',
    );
    expect(blocks.map(({ label }) => label)).toEqual(['4', '5', '(a)']);
  });

  it('reads rows of a table as rows', () => {
    const { text, blocks } = readHtml(
      `<p>${body}</p><table><tr><td>6.1</td><td>Ratify it</td><td>Chile</td></tr></table>`,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'row']);
    expect(text).toContain('6.1\tRatify it\tChile');
  });

  it('answers to broken and to hostile markup', () => {
    expect(readHtml('<div>'.repeat(400) + '<p>We urge Chad to open the camps.').blocks).toHaveLength(1);
    expect(
      propose(
        readHtml(
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e; We urge Chad to open the camps now.</p>',
        ),
      )[0]?.addressees,
    ).toEqual(['Chad']);
  });
});
