import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language-of.js';

describe('the language of a document', () => {
  it.each([
    ['우리는 유럽연합에 결의안을 발의할 것을 촉구합니다. (A/HRC/RES/13/14)', 'ko'],
    ['We urge the European Union to sponsor it.', 'en'],
    ['Jang Do-yun (장도윤) of Han River Rights Watch urges the European Union to act.', 'en'],
    ['Nous demandons au gouvernement de publier le rapport.', 'en'],
    ['2026. 11. 23.', 'en'],
    ['', 'en'],
  ])('%j is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
