import { describe, expect, it } from '@jest/globals';
import { faultOf, mayHaveMembers } from '../addressees/addressee-rules.js';
import { dayRange } from '../common/edtf-date.js';
import { builtInWorkflows } from '../workflows/built-in-workflows.js';
import { BUILT_IN } from '../workflows/workflow.definition.js';
import type { ContentFollowUp, ContentRecommendation, ContentTransition } from './content-asks.js';
import type { DemonstrationContent } from './content.js';
import { dprk } from './dprk.js';
import { elsewhere } from './elsewhere.js';

const contents: [string, DemonstrationContent][] = [
  ['dprk', dprk],
  ['elsewhere', elsewhere],
];
const KOREAN = /[\uac00-\ud7a3]/;
const DEFAULTS = { response: 'advocacy-response', implementation: 'implementation' };

const followUpsOf = (content: DemonstrationContent): [ContentRecommendation, ContentFollowUp][] =>
  content.recommendations.flatMap((r) =>
    (r.followUps ?? []).map((f): [ContentRecommendation, ContentFollowUp] => [r, f]),
  );
const get = (code: string): ContentRecommendation => dprk.recommendations.find((r) => r.code === code)!;
const link = (code: string, addressee: string): ContentFollowUp =>
  get(code).followUps!.find((f) => f.addressee === addressee)!;
const chain = (code: string) =>
  Object.fromEntries(get(code).followUps!.map((f) => [f.addressee, f.asked || f.through]));
const partsOf = (code: string) => dprk.recommendations.filter((r) => r.partOf === code).map((r) => r.label);

/** Where a track stands when all is loaded. */
function stateOf(code: string, addressee: string, axis: 'response' | 'implementation'): string {
  const followUp = link(code, addressee);
  const key = followUp.workflows?.[axis] ?? DEFAULTS[axis];
  const last = (followUp.transitions ?? []).findLast((t) => t.axis === axis);
  return last?.to ?? builtInWorkflows.find((w) => w.key === key)!.initial;
}

describe.each(contents)('the workspace %s', (_, content) => {
  const recommendations = new Map(content.recommendations.map((r) => [r.code, r]));
  const addressees = new Set(content.addressees.map((a) => a.code));
  const keys = new Set(content.evidence.map((e) => e.key));
  const sources = new Set(content.sources.map((s) => s.code));
  const themes = new Set(content.themes.map((t) => t.code));

  it('gives each thing a code of its own', () => {
    const lists = [
      content.organizations.map((o) => o.code),
      content.accounts.map((a) => a.email),
      content.themes.map((t) => t.code),
      content.addressees.map((a) => a.code),
      content.sources.map((s) => s.code),
      content.evidence.map((e) => e.key),
      content.indicators.map((i) => i.title),
      content.recommendations.map((r) => r.code),
      ...content.recommendations.map((r) => (r.followUps ?? []).map((f) => f.addressee)),
      content.relations.map((r) => `${r.recommendation} ${r.kind} ${r.other}`),
    ];
    for (const list of lists) expect(list).toEqual([...new Set(list)]);
    for (const code of recommendations.keys()) expect(code).toMatch(/^[A-Za-z0-9][A-Za-z0-9().-]{0,59}$/);
  });

  it('refers only to what it has', () => {
    for (const account of content.accounts)
      expect(content.organizations.map((o) => o.code)).toContain(account.organization);
    expect(content.accounts.map((a) => a.email)).toContain(content.enteredBy);
    for (const r of content.recommendations) {
      expect(sources).toContain(r.source);
      expect(r.themes.filter((theme) => !themes.has(theme))).toEqual([]);
    }
    for (const r of content.relations)
      expect(recommendations.has(r.recommendation) && recommendations.has(r.other)).toBe(true);
    expect(content.deadlines.filter((d) => !recommendations.has(d.recommendation))).toEqual([]);
    for (const a of content.assessments) {
      const people = [a.by, a.objection?.by ?? a.by, a.objection?.answer?.by ?? a.by];
      expect(people.filter((email) => !content.accounts.some((account) => account.email === email))).toEqual([]);
      expect(link(a.recommendation, a.addressee)).toBeDefined();
      expect(a.evidence.filter((key) => !keys.has(key))).toEqual([]);
    }
    for (const k of content.contributions) {
      expect(content.accounts.map((a) => a.email)).toContain(k.by);
      expect(link(k.recommendation, k.addressee)).toBeDefined();
    }
    const isOfHere = (email: string): boolean => content.accounts.some((account) => account.email === email);
    for (const { by, on, mentions, replies } of content.comments) {
      expect([by, ...mentions, ...replies.map((reply) => reply.by)].filter((email) => !isOfHere(email))).toEqual([]);
      expect('evidence' in on ? keys.has(on.evidence) : link(on.recommendation, on.addressee)).toBeTruthy();
    }
    for (const { by, on, dueOn } of content.steps) {
      expect(isOfHere(by)).toBe(true);
      expect('source' in on ? sources.has(on.source) : link(on.recommendation, on.addressee)).toBeTruthy();
      expect(dayRange(dueOn)).toBeDefined();
    }
    for (const i of content.indicators) {
      expect(i.recommendations.filter((code) => !recommendations.has(code))).toEqual([]);
      expect(i.observations.flatMap((o) => o.evidence).filter((key) => !keys.has(key))).toEqual([]);
      expect(i.observations.filter((o) => dayRange(o.period) === undefined)).toEqual([]);
    }
    for (const e of content.engagements) {
      expect(e.recommendations.filter((code) => !recommendations.has(code))).toEqual([]);
      expect(e.evidence.filter(({ piece }) => !keys.has(piece))).toEqual([]);
      expect([...e.addressees, e.byAddressee ?? 'EU'].filter((code) => !addressees.has(code))).toEqual([]);
    }
  });

  it('has addressees whose fields fit together', () => {
    for (const addressee of content.addressees) {
      expect(faultOf(addressee)).toBeUndefined();
      expect(addressee.code).toMatch(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
      const members = addressee.members ?? [];
      expect(members.length === 0 || mayHaveMembers(addressee.kind)).toBe(true);
      expect(members.length).toBeLessThanOrEqual(addressee.memberCount ?? Infinity);
      for (const member of members) expect(addressees).toContain(member.addressee);
    }
  });

  it('says everything in Korean, too', () => {
    const words = [
      ...content.themes.map((t) => t.labels.ko),
      ...content.addressees.map((a) => a.names.ko),
      ...content.recommendations.flatMap((r) => [r.translations.ko.title, r.translations.ko.text]),
    ];
    expect(words.filter((text) => !KOREAN.test(text))).toEqual([]);
  });

  it('names source and place of each recommendation', () => {
    for (const r of content.recommendations) expect([r.source, r.paragraph].every(Boolean)).toBe(true);
    for (const r of content.recommendations.filter((each) => each.source === 'letter-2010'))
      expect(r.section).toBeTruthy();
  });

  it('puts follow-ups on leaves, and parts after their whole and beside one another', () => {
    for (const [at, r] of content.recommendations.entries()) {
      const isWhole = content.recommendations.some((other) => other.partOf === r.code);
      expect((r.followUps ?? []).length > 0).toBe(!isWhole);
      expect(r.partOf === undefined).toBe(r.label === undefined);
      if (r.partOf === undefined) continue;
      expect(content.recommendations.slice(0, at).some((earlier) => earlier.code === r.partOf)).toBe(true);
      expect(r.code).toBe(`${r.partOf}${r.label!}`);
      expect(r.source).toBe(recommendations.get(r.partOf)!.source);
    }
  });

  it('links a chain only to links before it, so that there is no circle', () => {
    for (const [r, f] of followUpsOf(content)) {
      expect(addressees).toContain(f.addressee);
      const earlier = r.followUps!.slice(0, r.followUps!.indexOf(f)).map((other) => other.addressee);
      expect((f.through ?? []).filter((code) => !earlier.includes(code))).toEqual([]);
      expect(f.asked).toBe((f.through ?? []).length === 0);
      expect(f.ask.trim()).not.toBe('');
      if (f.viaGroup === undefined) continue;
      const group = content.addressees.find((a) => a.code === f.viaGroup)!;
      expect(group.members!.map((m) => m.addressee)).toContain(f.addressee);
    }
  });

  it('moves tracks only by transitions and to states that their workflow has, on evidence that is linked to them', () => {
    for (const [r, f] of followUpsOf(content)) {
      for (const { evidence } of f.evidence ?? []) expect(keys).toContain(evidence);
      for (const t of f.transitions ?? []) {
        const key = f.workflows?.[t.axis] ?? DEFAULTS[t.axis];
        expect(faultsOfMove(key, t)).toEqual([]);
        const linked = f.evidence!.filter((e) => e.axis === t.axis).map((e) => e.evidence);
        expect({ code: r.code, missing: t.evidence.filter((each) => !linked.includes(each)) }).toEqual({
          code: r.code,
          missing: [],
        });
      }
    }
  });

  it('has dates that exist, and no transition before the one that stands before it', () => {
    const dates = [
      ...content.sources.map((s) => s.issuedOn),
      ...content.evidence.map((e) => e.publishedOn),
      ...content.deadlines.map((d) => d.dueOn),
      ...content.engagements.map((e) => e.occurredOn),
      ...content.addressees.flatMap((a) =>
        (a.members ?? []).flatMap((m) => [m.from, m.until].filter((date) => date !== undefined)),
      ),
      ...followUpsOf(content).flatMap(([, f]) => (f.transitions ?? []).map((t) => t.occurredOn)),
    ];
    expect(dates.filter((date) => dayRange(date) === undefined)).toEqual([]);
    for (const [, f] of followUpsOf(content)) {
      for (const axis of ['response', 'implementation']) {
        const last = (f.transitions ?? []).filter((t) => t.axis === axis).map((t) => dayRange(t.occurredOn)!.last);
        expect(last).toEqual([...last].sort());
      }
    }
  });

  it('counts one address as one origin', () => {
    const origins = new Map<string, string>();
    for (const { url, origin } of content.evidence)
      expect(origins.set(url, origins.get(url) ?? origin).get(url)).toBe(origin);
    expect(new Set(origins.values()).size).toBe(origins.size);
  });
});

function faultsOfMove(key: string, { axis, transition, to }: ContentTransition): string[] {
  const workflow = builtInWorkflows.find((w) => w.key === key);
  if (!workflow) return [`no workflow ${key}`];
  const rule = workflow.transitions.find((each) => each.key === transition);
  const isBuiltIn = (BUILT_IN as readonly string[]).includes(transition);
  return [
    ...(workflow.axis === axis ? [] : [`${key} is of another axis`]),
    ...(to in workflow.states ? [] : [`${key} has no state ${to}`]),
    ...(isBuiltIn || rule?.to === to ? [] : [`${transition} does not lead to ${to}`]),
  ];
}

describe('the demonstration on North Korea', () => {
  it('has the 22 asks of the letter, with their limbs', () => {
    const asks = dprk.recommendations
      .filter((r) => r.source === 'letter-2010' && r.partOf === undefined)
      .map((r) => r.code);
    expect(asks.sort()).toEqual(Array.from({ length: 22 }, (_, at) => `EU10-${String(at + 1).padStart(2, '0')}`));
    expect(['EU10-01', 'EU10-09', 'EU10-10', 'EU10-12', 'UN17-08'].map((code) => partsOf(code).length)).toEqual([
      2, 3, 3, 2, 2,
    ]);
  });

  it('says of each source of a recommendation that it is restated', () => {
    const used = new Set(dprk.recommendations.map((r) => r.source));
    const notes = dprk.sources.filter((s) => used.has(s.code)).map((s) => s.note);
    expect(notes).toHaveLength(5);
    expect(notes.filter((note) => !note.includes("restated here in Heed's own words"))).toEqual([]);
  });

  it('has five issuers and twelve copies of the letter, and Norway as no member of the EU', () => {
    const letter = dprk.sources.find((s) => s.code === 'letter-2010')!;
    expect([letter.issuers.length, letter.copies!.length]).toEqual([5, 12]);
    expect(letter.note).toContain('Norway');
    expect(dprk.addressees.find((a) => a.code === 'EU-MS')).toMatchObject({ memberCount: 27 });
    expect(dprk.addressees.map((a) => a.isoCode)).not.toContain('NO');
  });

  it('has roads that meet in North Korea, and a chain of three', () => {
    for (const code of ['EU10-03', 'EU10-04', 'EU10-05']) {
      const through = ['EU', 'EU-MS'];
      expect(chain(code)).toEqual({ EU: true, 'EU-MS': true, CN: through, RU: through, KP: [...through, 'CN', 'RU'] });
    }
    expect(chain('EU10-18')).toEqual({ EU: true, KR: ['EU'], KP: ['KR'] });
    expect(get('EU10-17').condition).toBeTruthy();
  });

  it('shows three places at once along the chain of the Kaesong visits', () => {
    const states = ['EU', 'KR', 'KP'].map((who) => [
      stateOf('EU10-18', who, 'response'),
      stateOf('EU10-18', who, 'implementation'),
    ]);
    expect(states).toEqual([
      ['delivered', 'not-assessed'],
      ['not-delivered', 'not-assessed'],
      ['not-delivered', 'no-action'],
    ]);
  });

  it('leaves the Commission of Inquiry to whoever tries Heed out: not assessed, no evidence', () => {
    for (const code of ['EU10-01(a)', 'EU10-01(b)']) {
      expect(get(code).followUps).toHaveLength(1);
      expect(stateOf(code, 'EU', 'implementation')).toBe('not-assessed');
      expect(link(code, 'EU').evidence ?? []).toEqual([]);
      expect(link(code, 'EU').transitions ?? []).toEqual([]);
    }
  });

  it('follows 192 states as one and seven of them by name', () => {
    expect(dprk.addressees.find((a) => a.code === 'UN-MS-2397')).toMatchObject({
      memberCount: 192,
      members: { length: 7 },
    });
    const named = get('UN17-08(b)')
      .followUps!.filter((f) => f.viaGroup === 'UN-MS-2397')
      .map((f) => f.addressee);
    const states = Object.fromEntries(named.map((who) => [who, stateOf('UN17-08(b)', who, 'implementation')]));
    const none = Object.fromEntries(['NG', 'CONGO-UNSPECIFIED', 'CM', 'TZ', 'ZW'].map((who) => [who, 'none-known']));
    expect(states).toEqual({ ...none, CN: 'without-figures', GQ: 'midterm-submitted' });
    expect(stateOf('UN17-08(b)', 'UN-MS-2397', 'implementation')).toBe('none-known');
  });

  it('has the derived deadlines of paragraph 8, met by states that exist', () => {
    expect(dprk.deadlines.map((d) => `${d.recommendation} ${d.dueOn}`)).toEqual([
      'UN17-08(a) 2019-12-22',
      'UN17-08(b) 2019-03-22',
      'UN17-08(b) 2020-03-22',
    ]);
    const states = Object.keys(builtInWorkflows.find((w) => w.key === 'resolution-reporting')!.states);
    for (const deadline of dprk.deadlines)
      expect((deadline.metBy ?? []).filter((state) => !states.includes(state))).toEqual([]);
  });

  it('relates what is said twice, and the two who ask opposite things', () => {
    const relations = dprk.relations.map((r) => `${r.recommendation} ${r.kind} ${r.other}`);
    expect(relations).toContain('EU10-10(c) repeats EU10-08');
    expect(relations).toContain('LINK24-01 conflicts-with UN17-08(a)');
    expect(get('EU10-10(c)').text).toBe(get('EU10-08').text);
  });

  it('enters history only as unchecked', () => {
    const transitions = followUpsOf(dprk).flatMap(([, f]) => f.transitions ?? []);
    expect(new Set(transitions.map((t) => t.transition))).toEqual(new Set(['open']));
  });

  it('shares no account with the other workspace', () => {
    const emails = new Set(dprk.accounts.map((a) => a.email));
    expect(elsewhere.accounts.map((a) => a.email)).toEqual(['outsider@heed.example']);
    expect(elsewhere.accounts.filter((a) => emails.has(a.email))).toEqual([]);
  });
});
