/**
 * Every match of a global expression, left to right. As `matchAll`, which copies the expression for each text: with one
 * made of a thousand words that costs more than the search.
 */
export function matchesIn(words: string, expression: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(words); match; match = expression.exec(words)) {
    found.push(match);
    if (match[0] === '')
      expression.lastIndex += expression.unicode && (words.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
