// Items that ask in their second sentence. Pure.

import type { Cited, Notes } from './notes.js';
import { sentencesOf } from './sentences.js';

/** "Chad denies all. It should let the panel in.": an item whose second sentence asks what its first one leads up to. */
export function inSentences(notes: Notes, words: string, cited: Cited): void {
  let before = '';
  for (const { start, end } of sentencesOf(words)) {
    const sentence = words.slice(start, end);
    const [ask] = before === '' ? [] : notes.asks(sentence, false, before);
    if (ask) {
      const found = notes.foundIn(ask.body, notes.orSubject(ask.addressees), undefined, { party: ask.party });
      notes.context.remember(words, found.addressees);
      notes.add(cited, { ...found, why: ask.why, from: 0, to: words.length });
      return;
    }
    notes.context.remember(sentence, []);
    before = sentence;
  }
}
