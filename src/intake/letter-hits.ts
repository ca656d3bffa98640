import * as forms from './ask-forms.js';
import type { Hit } from './hits.js';
import { because } from './reason.js';

/** "We are writing to urge you to ..." */
export function letterHits(sentence: string): Hit[] {
  const now = forms.asking.exec(sentence);
  if (now)
    return [
      {
        at: 0,
        after: now.index + now[0].length,
        verb: now[1] ?? '',
        speaker: 'we',
        why: because('issuer-asks', now[0]),
      },
    ];
  const letter =
    /\b(?:write|writing|are here|am here|have come together|gather|join)\s+(?:(?:to\s+you\s+)?(?:today\s+)?to\s+(?:\p{Ll}+ly\s+)?|to\s.{3,300}?\sand\s+(?:to\s+)?(?=\p{Ll}+(?:\s(?:up)?on|\sto)?\syou\b))(urge|ask|call on|call upon|request|encourage|appeal to)(?=\s)/u.exec(
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
