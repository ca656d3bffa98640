// Whether who stands before a verb of asking is who asks. Pure.

import * as forms from './ask-forms.js';
import { OF_A_MOTION } from './motion-hits.js';
import type { Setting } from './setting.js';

/** "We urge", "the Committee urges": a noun ("the requests") does not agree. */
export function agrees(phrase: string, verb: string): boolean {
  const isPlural =
    /^(?:we|i|they)$|^We\b|\b(?:organi[sz]ations|experts|rapporteurs|signatories|groups|holders|authors|participants|delegates|undersigned|NGOs)\b/i.test(
      phrase,
    );
  if (/^(?:would|should|wishes to) like\b/.test(verb)) return true;
  const isBase = forms.isBase(verb);
  return isPlural ? isBase : !isBase;
}

/** Whether a sentence begins with the issuer, so that a second verb is theirs, too. */
export function speaksFirst(sentence: string, setting: Setting): boolean {
  if (/^(?:We|I)\s(?!(?:note|recall|understand|hear|know|remember|were|had|have)\b)/.test(sentence)) return true;
  if (OF_A_MOTION.test(sentence)) return true;
  if (
    setting.form === 'resolution' &&
    /^(?:(?:Also|Further|Strongly|Deeply|Once again|Again)\s+){0,2}\p{L}\p{Ll}*s\b/u.test(sentence)
  )
    return true;
  return (
    /^"?(?:[^,;:]{3,80}, (?=the |it |she |he ))?(?:[Tt]he (?:\p{L}+ ){0,3}?(?:Committee|Rapporteur|Council|Parliament|Commission|Group|Expert|Assembly|Mission|Panel)|[Ii]t|[Ss]he|[Hh]e)\b/u.test(
      sentence,
    ) && setting.form !== 'press'
  );
}
