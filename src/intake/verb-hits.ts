import * as forms from './ask-forms.js';
import type { Hit, Reading } from './hits.js';
import { pressHits } from './press-hits.js';
import type { Setting } from './setting.js';
import { isIssuer, subjectBefore } from './subjects.js';
import { because } from './reason.js';

export function verbHits(sentence: string, { setting, isFirst }: Reading): Hit[] {
  const hits: Hit[] = [];
  const opening = isFirst ? forms.operative.exec(sentence) : null;
  hits.push(...letterHits(sentence));
  if (opening)
    hits.push({
      at: 0,
      after: opening[0].length,
      verb: opening[1] ?? '',
      speaker: '',
      why: because('verb-first'),
    });
  for (const match of sentence.matchAll(forms.anyVerb)) {
    const { phrase, start } = subjectBefore(sentence.slice(0, match.index));
    const verb = match[1] ?? '';
    if (forms.needs(verb, 'only-in-press')) continue;
    if (phrase !== '' && agrees(phrase, verb) && isIssuer(phrase, sentence.slice(0, start), setting))
      hits.push({
        at: start,
        after: match.index + match[0].length,
        verb,
        speaker: phrase,
        why: because('issuer-asks', `${phrase} ${verb}`),
      });
  }
  if (hits.length > 0 || speaksFirst(sentence, setting))
    for (const match of sentence.matchAll(forms.second)) {
      const words = match[1] ?? '';
      const at = match.index + match[0].length - words.length;
      hits.push({
        at,
        after: match.index + match[0].length,
        verb: words,
        speaker: '',
        why: because('second-verb'),
      });
    }
  if (setting.form === 'press') hits.push(...pressHits(sentence));
  return hits;
}

/** "We urge", "the Committee urges": a noun ("the requests") does not agree. */
function agrees(phrase: string, verb: string): boolean {
  const isPlural =
    /^(?:we|i|they)$|^We\b|\b(?:organi[sz]ations|experts|rapporteurs|signatories|groups|holders|authors|participants|delegates|undersigned|NGOs)\b/i.test(
      phrase,
    );
  const isBase = forms.isBase(verb);
  return isPlural ? isBase : !isBase;
}

function speaksFirst(sentence: string, setting: Setting): boolean {
  if (/^That (?:the|this) (?:House|Senate|Assembly|Chamber)\b/.test(sentence)) return true;
  if (
    setting.form === 'resolution' &&
    /^(?:(?:Also|Further|Strongly|Deeply|Once again|Again)\s+){0,2}\p{L}\p{Ll}*s\b/u.test(sentence)
  )
    return true;
  return (
    /^(?:The (?:\p{L}+ ){0,3}?(?:Committee|Rapporteur|Council|Parliament|Commission|Group|Expert|Assembly|Mission|Panel)|It|She|He)\b/u.test(
      sentence,
    ) && setting.form !== 'press'
  );
}

/** "We are writing to urge you to ..." */
function letterHits(sentence: string): Hit[] {
  const letter =
    /\b(?:write|writing)\s+(?:to\s+you\s+)?(?:today\s+)?to\s+(?:\p{Ll}+ly\s+)?(urge|ask|call on|call upon|request|encourage|appeal to)(?=\s)/u.exec(
      sentence,
    );
  return letter
    ? [
        {
          at: 0,
          after: letter.index + letter[0].length,
          verb: letter[1] ?? '',
          speaker: 'we',
          why: because('letter-asks'),
        },
      ]
    : [];
}
