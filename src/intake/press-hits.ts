import * as forms from './ask-forms.js';
import type { Hit } from './hits.js';
import { subjectBefore } from './subjects.js';
import { because } from './reason.js';

export function pressHits(said: string): Hit[] {
  // An aside about the speaker is not what is said: it becomes spaces, so that places stay.
  const sentence = said.replace(/,\s(?:who|which|whose)\b[^,]*,/g, (aside) => ' '.repeat(aside.length));
  const hits: Hit[] = [];
  for (const match of sentence.matchAll(forms.told)) {
    const verb = match[1] ?? '';
    const { phrase, start } = subjectBefore(
      sentence.slice(0, match.index).replace(/\s+(?:on\s+)?(?:\p{Lu}\p{Ll}+day|also|has|have|too|again)\s*$/gu, ' '),
    );
    const isPast = /ed\b/.test(verb);
    if (
      phrase.trim() === '' ||
      /^(?:which|who|that|to)$/i.test(phrase) ||
      (/^it$/i.test(phrase) && start > 0) ||
      /\b(?:which|who|that|not|never|was|were|been|to|should|must|would|will|can|could|may)\s*$/.test(
        sentence.slice(0, match.index),
      )
    )
      continue;
    if (isPast && /\b(?:has|have) been\b.*\band (?:has|have)\s+$/.test(sentence.slice(0, match.index))) continue;
    if (isPast && forms.history.test(sentence.slice(0, match.index + match[0].length + 30))) continue;
    if (
      !isPast &&
      forms.isBase(verb) &&
      !/s$|\band\b|^(?:they|we|i)$/i.test(phrase.split(/\s(?:who|that|which)\s/)[0] ?? '')
    )
      continue;
    hits.push({
      at: start,
      after: match.index + match[0].length,
      verb: `press ${verb}`,
      speaker: sentence.slice(0, match.index).trim(),
      why: because('speaker-asks', verb),
    });
  }
  return hits;
}
