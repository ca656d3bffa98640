import { describe, expect, it } from '@jest/globals';
import { builtInWorkflows } from './built-in-workflows.js';
import { CHOICES, DEFAULTS, workflowFor } from './workflow-choice.js';
import { AXES } from './workflow.definition.js';

const names = (kind: string, mechanism: string | null = null): string[] =>
  AXES.map((axis) => workflowFor(axis, { kind: kind as 'letter', mechanism }));
const [RESPONSE, IMPLEMENTATION, PUBLICATION] = ['advocacy-response@1', 'implementation@1', 'publication@1'];

describe('the workflow of a new track', () => {
  it.each([
    ['letter', null, [RESPONSE, IMPLEMENTATION, PUBLICATION]],
    ['letter', 'Human Rights Committee', [RESPONSE, IMPLEMENTATION, PUBLICATION]],
    ['review-outcome', null, ['upr-response@1', 'upr-implementation@1', PUBLICATION]],
    ['ilo-comment', null, [RESPONSE, 'ilo-supervision@1', PUBLICATION]],
    ['communication', null, ['communication@1', IMPLEMENTATION, PUBLICATION]],
    ['concluding-observations', null, [RESPONSE, IMPLEMENTATION, PUBLICATION]],
    ['concluding-observations', 'Committee against Torture', [RESPONSE, IMPLEMENTATION, PUBLICATION]],
  ] as const)(
    'of a source "%s" of "%s" is that of its row, by axis, and else the default',
    (kind, mechanism, wanted) => {
      expect(names(kind, mechanism)).toEqual(wanted);
    },
  );

  it.each(['Human Rights Committee', 'UN human rights committee', 'HRC', 'the CCPR, 142nd session'])(
    'knows the Human Rights Committee as "%s"',
    (mechanism) => {
      expect(names('concluding-observations', mechanism)[1]).toBe('hrc-follow-up@2017');
    },
  );

  it.each(['CEDAW', 'Committee on the Elimination of Discrimination against Women', 'cedaw/C'])(
    'knows CEDAW as "%s"',
    (mechanism) => {
      expect(names('concluding-observations', mechanism)[1]).toBe('cedaw-follow-up@1');
    },
  );

  it.each(['AHRC', 'HRCs', 'CCPRX', 'XCEDAW', 'cedaws'])('takes "%s" for none of them', (mechanism) => {
    expect(names('concluding-observations', mechanism)[1]).toBe(IMPLEMENTATION);
  });

  it('is always one that is built in, and of its axis', () => {
    const known = new Map(builtInWorkflows.map(({ key, version, axis }) => [`${key}@${String(version)}`, axis]));
    const named = [DEFAULTS, ...CHOICES.map(({ workflows }) => workflows)].flatMap((row) => Object.entries(row));
    expect(named.filter(([axis, name]) => known.get(name) !== axis)).toEqual([]);
    expect(named.length).toBeGreaterThan(AXES.length);
  });
});
