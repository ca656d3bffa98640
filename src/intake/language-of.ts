/**
 * The language of a document as far as its letters tell, as a tag: `ko` where most are Korean, and `en` else, for whose asks the rules are
 * made. Whoever brings it may say otherwise.
 */
export function languageOf(text: string): 'en' | 'ko' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const korean = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return korean * 2 > letters ? 'ko' : 'en';
}
