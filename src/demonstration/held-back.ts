import type { ContentHeldBack } from './content-held-back.js';

/** Invented: nobody said this. It says nothing of any government, only how a coalition handles what it was told. */
export const heldBack: ContentHeldBack[] = [
  {
    title: 'Invented: what a desk officer said on the phone about a meeting',
    statement:
      'A meeting can be asked for by letter, six weeks ahead. Written answers take longer. She may be quoted as “an official”.',
    ask: {
      checklist: [
        { code: 'consent', answer: 'given', note: 'On the phone, and once more by e-mail: as “an official”.' },
        { code: 'identifiers', answer: 'removed' },
        { code: 'harm', answer: 'nobody' },
        { code: 'copy', answer: 'no-file' },
      ],
      reason: 'We want to say publicly how long an answer takes.',
    },
  },
  {
    title: 'Invented: where two former workers can be reached',
    statement: 'Both live in the same town now, and would speak to a journalist whom they choose.',
    harm: 'The town is small: whoever reads this finds them.',
  },
];
