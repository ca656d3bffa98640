// The demonstration as `npm run demo` loads it: into a database of its own, as the role that serves requests.

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { AccountsService } from '../../src/auth/accounts.service.js';
import type { MeView } from '../../src/auth/me.dto.js';
import { servingDataSource } from '../../src/data-source.js';
import type { DemonstrationContent } from '../../src/demonstration/content.js';
import { loadDemonstration } from '../../src/demonstration/demonstration.js';
import { dprk } from '../../src/demonstration/dprk.js';
import { momentsOf } from '../../src/demonstration/moments.js';
import { elsewhere } from '../../src/demonstration/elsewhere.js';
import { createHttpApp } from '../../src/http.js';
import type { FollowUpView } from '../../src/follow-ups/follow-up.view.js';
import { demonstrationNotice } from '../../src/start-notice.js';
import { createDatabase } from '../support/postgres.js';
import { fileSettings } from '../support/settings.js';

const ORIGIN = 'http://localhost:3000';
const contents = [dprk, elsewhere];
/** For a load on a machine that does other things besides. */
const PATIENCE = 60_000;

/** An app on a fresh database, and that database's owner to look past every wall. */
class Stage {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly dataSource: DataSource,
    private readonly owner: pg.Client,
  ) {}

  static async set(): Promise<Stage> {
    const url = await createDatabase();
    const dataSource = await servingDataSource(url).initialize();
    const configuration = {
      masterKey: randomBytes(32),
      origin: ORIGIN,
      logLevel: 'silent' as const,
      isDemonstration: true,
      ...fileSettings(),
    };
    const app = await createHttpApp(AppModule.register({ dataSource, configuration }));
    const owner = new pg.Client(url);
    await owner.connect();
    return new Stage(app, dataSource, owner);
  }

  async strike(): Promise<void> {
    await this.app.close();
    await this.dataSource.destroy();
    await this.owner.end();
  }

  async rows<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.owner.query<Row>(sql, values)).rows;
  }

  async texts(sql: string, values: unknown[] = []): Promise<string[]> {
    return (await this.rows<{ text: string }>(sql, values)).map(({ text }) => text);
  }

  /** How many rows each table has, but for counts: what each change added is folded at random. */
  async counts(): Promise<Record<string, number>> {
    const [row] = await this.rows<{ counts: Record<string, number> }>(`
      SELECT jsonb_object_agg(table_name, (xpath('//n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]::text::integer) AS counts
      FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'follow_up_count'`);
    return row!.counts;
  }

  /** How often each act in a workspace stands in the log. */
  async acts(): Promise<Record<string, number>> {
    const acts = await this.rows<{ action: string; count: number }>(
      'SELECT action, count(*)::integer AS count FROM audit_event WHERE workspace_id IS NOT NULL GROUP BY action',
    );
    return Object.fromEntries(acts.map(({ action, count }) => [action, count]));
  }

  /** Whoever signs in with the password of the notice, and reads. */
  async signedIn(email: string) {
    const payload = { email, password: 'heed-demo-only' };
    const answer = await this.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload });
    expect([email, answer.statusCode]).toEqual([email, 200]);
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    const get = async <Body = unknown>(path: string): Promise<{ status: number; body: Body }> => {
      const read = await this.app.inject({ method: 'GET', url: `/api/v1/workspaces${path}`, headers: { cookie } });
      return { status: read.statusCode, body: read.json<Body>() };
    };
    return { me: answer.json<MeView>(), get };
  }
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const followUpsOf = (content: DemonstrationContent) => content.recommendations.flatMap((r) => r.followUps ?? []);
const total = (count: (content: DemonstrationContent) => number): number => sum(contents.map(count));

const asked = ({ heldBack }: DemonstrationContent) => heldBack.filter(({ ask }) => ask);
const flagged = ({ heldBack }: DemonstrationContent) => heldBack.filter(({ harm }) => harm);

/** What the content comes to, by table. */
const expected = {
  workspace: contents.length,
  organization: total((c) => c.organizations.length),
  account: total((c) => c.accounts.length),
  membership: total((c) => c.accounts.length),
  theme: total((c) => c.themes.length),
  addressee: total((c) => c.addressees.length),
  addressee_member: total((c) => sum(c.addressees.map((a) => a.members?.length ?? 0))),
  source: total((c) => c.sources.length),
  evidence: total((c) => c.evidence.length + c.heldBack.length),
  lowering: total((c) => asked(c).length),
  harm_flag: total((c) => flagged(c).length),
  origin: total((c) => new Set(c.evidence.map((e) => e.origin)).size + c.heldBack.length),
  recommendation: total((c) => c.recommendations.length),
  relation: total((c) => c.relations.length),
  deadline: total((c) => c.deadlines.length),
  engagement: total((c) => c.engagements.length),
  engagement_evidence: total((c) => sum(c.engagements.map((e) => e.evidence.length))),
  indicator: total((c) => c.indicators.length),
  indicator_recommendation: total((c) => sum(c.indicators.map((i) => i.recommendations.length))),
  tally: total((c) => c.tallies.length),
  intake: total((c) => c.documents.length),
  intake_custody: total((c) => c.documents.length),
  comment: total((c) => sum(c.comments.map(({ replies }) => 1 + replies.length))),
  next_step: total((c) => c.steps.length),
  observation: total((c) => sum(c.indicators.map((i) => i.observations.length))),
  observation_evidence: total((c) => sum(c.indicators.flatMap((i) => i.observations.map((o) => o.evidence.length)))),
  follow_up: total((c) => followUpsOf(c).length),
  follow_up_link: total((c) => sum(followUpsOf(c).map((f) => f.through?.length ?? 0))),
  track: total((c) => 2 * followUpsOf(c).length + c.recommendations.length),
  track_evidence: total((c) => sum(followUpsOf(c).map((f) => f.evidence?.length ?? 0))),
  transition: total((c) => sum(followUpsOf(c).map((f) => f.transitions?.length ?? 0))),
  transition_evidence: total((c) =>
    sum(followUpsOf(c).flatMap((f) => (f.transitions ?? []).map((t) => t.evidence.length))),
  ),
  contribution: total((c) => c.contributions.length),
  occasion: total((c) => c.occasions.length),
  contribution_act: total((c) => c.contributions.length),
  assessment: total((c) => c.assessments.length),
  assessment_evidence: total((c) => sum(c.assessments.map((a) => a.evidence.length))),
  track_position: total((c) => c.assessments.filter((a) => a.objection).length),
  objection_answer: total((c) => c.assessments.filter((a) => a.objection?.answer).length),
};

/** Every act that makes such rows, and nothing else. */
const expectedActs = {
  'workspace.founded': expected.workspace,
  'organization.created': expected.organization,
  'member.enrolled': expected.membership,
  'theme.created': expected.theme,
  'addressee.created': expected.addressee,
  'addressee-member.created': expected.addressee_member,
  'source.created': expected.source,
  'evidence.captured': expected.evidence,
  'evidence.lowering-asked': expected.lowering,
  'evidence.flagged': expected.harm_flag,
  'recommendation.created': expected.recommendation,
  'relation.created': expected.relation,
  'deadline.created': expected.deadline,
  'engagement.created': expected.engagement,
  'engagement-evidence.attached': expected.engagement_evidence,
  'indicator.created': expected.indicator,
  'indicator.observed': expected.observation,
  'tally.kept': expected.tally,
  'intake.created': expected.intake,
  'intake-proposal.rejected': total((c) => sum(c.documents.map((d) => d.asks.length - d.undecided.length))),
  'comment.written': expected.comment,
  'comment.resolved': total((c) => c.comments.filter(({ isResolved }) => isResolved).length),
  'next-step.created': expected.next_step,
  'follow-up.created': expected.follow_up,
  'track-evidence.linked': expected.track_evidence,
  'track.transitioned': expected.transition,
  'contribution.stated': expected.contribution,
  'recommendation.occasion-recorded': expected.occasion,
  'assessment.recorded': expected.assessment,
  'position.taken': expected.track_position,
  'objection.answered': expected.objection_answer,
  'demonstration.loaded': contents.length,
};

/** Rows of each table after one load that nothing interrupted. */
let first: Record<string, number>;

describe('the demonstration', () => {
  let stage: Stage;
  let again: { counts: Record<string, number>; milliseconds: number };

  beforeAll(async () => {
    stage = await Stage.set();
    await loadDemonstration(stage.app);
    first = await stage.counts();
    const begun = Date.now();
    await loadDemonstration(stage.app);
    again = { milliseconds: Date.now() - begun, counts: await stage.counts() };
  }, PATIENCE);

  afterAll(() => stage.strike());

  it('holds all of the content', () => {
    expect(first).toMatchObject(expected);
    expect(expected).toMatchObject({ account: 7, recommendation: 39, follow_up: 86, transition: 59 });
  });

  it('changes nothing when it is loaded again, and takes no time for it', () => {
    expect(again.counts).toEqual(first);
    expect(again.milliseconds).toBeLessThan(1000);
  });

  it('has one audit event for each change, by whoever enters the content or by the system that founds', async () => {
    expect(await stage.acts()).toEqual(expectedActs);
    const actors =
      await stage.texts(`SELECT DISTINCT concat_ws(' ', w.slug, coalesce(a.email, 'the system'), e.request_id) AS text
      FROM audit_event e JOIN workspace w ON w.id = e.workspace_id LEFT JOIN account a ON a.id = e.account_id ORDER BY 1`);
    expect(actors).toEqual([
      'dprk analyst@heed.example demonstration',
      'dprk editor@heed.example demonstration',
      'dprk partner@heed.example demonstration',
      'dprk the system demonstration',
      'elsewhere outsider@heed.example demonstration',
      'elsewhere the system demonstration',
    ]);
  });

  it.each([
    'workspace',
    'organization',
    'membership',
    'theme',
    'addressee',
    'addressee_member',
    'source',
    'evidence',
    'recommendation',
    'relation',
    'deadline',
    'engagement',
    'follow_up',
  ])('names each %s in the log once', async (table) => {
    const unnamed = await stage.rows(
      `SELECT FROM ${table} t WHERE (SELECT count(*) FROM audit_event e WHERE e.object_id = t.id AND e.action NOT IN ('recommendation.occasion-recorded', 'engagement-evidence.attached', 'evidence.lowering-asked', 'evidence.flagged')) <> 1`,
    );
    expect(unnamed).toHaveLength(0);
  });

  it('records everything as entered now, whenever it happened', async () => {
    const early = await stage.rows(`SELECT FROM transition WHERE recorded_at < now() - interval '1 hour'`);
    expect(early).toHaveLength(0);
    const [span] = await stage.rows(
      'SELECT min(occurred_last)::text AS first, bool_and(unchecked) AS unchecked FROM transition',
    );
    expect(span).toEqual({ first: '2010-06-14', unchecked: true });
  });

  it('has the 22 asks of the letter at the top level', async () => {
    const codes = await stage.texts(`SELECT r.code AS text FROM recommendation r JOIN source s ON s.id = r.source_id
      WHERE s.title LIKE 'Letter of five NGOs%' AND r.part_of IS NULL ORDER BY r.code`);
    expect(codes).toEqual(Array.from({ length: 22 }, (_, at) => `EU10-${String(at + 1).padStart(2, '0')}`));
  });

  it('follows 192 states as one, 7 of them by name', async () => {
    const [group] = await followUps('UN17-08(b)', 'UN-MS-2397');
    expect(group!.members).toEqual({ count: 192, followed: 7, notFollowed: 185 });
    const named = (await followUps('UN17-08(b)')).filter((f) => f.viaGroup?.code === 'UN-MS-2397');
    expect(named.map((f) => [f.addressee.code, f.implementation.workflow, f.implementation.state]).sort()).toEqual([
      ['CM', 'resolution-reporting@1', 'none-known'],
      ['CN', 'resolution-reporting@1', 'without-figures'],
      ['CONGO-UNSPECIFIED', 'resolution-reporting@1', 'none-known'],
      ['GQ', 'resolution-reporting@1', 'midterm-submitted'],
      ['NG', 'resolution-reporting@1', 'none-known'],
      ['TZ', 'resolution-reporting@1', 'none-known'],
      ['ZW', 'resolution-reporting@1', 'none-known'],
    ]);
  });

  it('has three places at once along the chain of the Kaesong visits', async () => {
    const chain = await followUps('EU10-18');
    const codeOf = Object.fromEntries(chain.map((f) => [f.id, f.addressee.code]));
    const links = chain.map((f) => [
      f.through.map((id) => codeOf[id]).join(),
      f.addressee.code,
      f.response.state,
      f.implementation.state,
    ]);
    expect(links.sort()).toEqual([
      ['', 'EU', 'delivered', 'not-assessed'],
      ['EU', 'KR', 'not-delivered', 'not-assessed'],
      ['KR', 'KP', 'not-delivered', 'no-action'],
    ]);
  });

  it('leaves the Commission of Inquiry not assessed, without evidence', async () => {
    const [asked, ...others] = await followUps('EU10-01(a)');
    expect(others).toEqual([]);
    expect([asked!.addressee.code, asked!.implementation.state]).toEqual(['EU', 'not-assessed']);
    const tracks = [asked!.response.id, asked!.implementation.id];
    expect(await stage.rows('SELECT FROM track_evidence WHERE track_id = ANY ($1)', [tracks])).toHaveLength(0);
    expect(await stage.rows('SELECT FROM transition WHERE track_id = ANY ($1)', [tracks])).toHaveLength(0);
  });

  it('links the opposed asks, and has the deadline chain', async () => {
    const relations = await stage.texts(`SELECT concat_ws(' ', r.code, n.kind, o.code) AS text FROM relation n
      JOIN recommendation r ON r.id = n.recommendation_id JOIN recommendation o ON o.id = n.other_id`);
    expect(relations).toContain('LINK24-01 conflicts-with UN17-08(a)');
    const deadlines = await stage.texts(`SELECT concat_ws(' ', r.code, d.due_on) AS text
      FROM deadline d JOIN recommendation r ON r.id = d.recommendation_id ORDER BY 1`);
    expect(deadlines).toEqual(['UN17-08(a) 2019-12-22', 'UN17-08(b) 2019-03-22', 'UN17-08(b) 2020-03-22']);
  });

  it('waits for a second person: one piece is asked to become public, and on one a do-no-harm flag stands', async () => {
    expect(expected).toMatchObject({ lowering: 1, harm_flag: 1 });
    const verifier = await stage.signedIn('verifier@heed.example');
    const waiting = '/dprk/for-me/lowerings?count=true';
    expect((await verifier.get(waiting)).body).toMatchObject({ count: 1 });
    // Whoever asked waits too.
    const editor = await stage.signedIn('editor@heed.example');
    expect((await editor.get(waiting)).body).toMatchObject({ count: 0 });
    const flags = await stage.texts('SELECT e.title AS text FROM harm_flag f JOIN evidence e ON e.id = f.evidence_id');
    expect(flags).toEqual(['Invented: where two former workers can be reached']);
  });

  it('may all be published: nothing is more confidential than public, but for what it shows being held back', async () => {
    for (const table of ['recommendation', 'follow_up', 'track', 'evidence', 'engagement']) {
      const held = table === 'evidence' ? dprk.heldBack.map(({ title }) => title) : [];
      const others = table === 'evidence' ? 'WHERE title <> ALL ($1)' : 'WHERE $1::text[] IS NOT NULL';
      const levels = await stage.texts(`SELECT DISTINCT confidentiality AS text FROM ${table} ${others}`, [held]);
      expect([table, levels]).toEqual([table, ['public']]);
    }
    expect(dprk.heldBack.every(({ title, statement }) => /^Invented: /.test(title) && statement !== '')).toBe(true);
  });

  it('prints when the report of 2024 was not known yet; resolution 2397 stands so then, as on the days around its date', async () => {
    const { sourceId, before } = (await momentsOf(stage.app))!;
    const notice = demonstrationNotice(ORIGIN, 'postgres://unused', { sourceId, before });
    expect(notice).toContain(`before the report of 2024 was entered: ${before}`);
    const editor = await stage.signedIn('editor@heed.example');
    const asked = notice
      .filter((line) => line.startsWith('resolution 2397: '))
      .map((line) => new URL(line.split(' ')[2]!));
    const answers: unknown[] = [];
    for (const { search } of asked) {
      const { body } = await editor.get(`/dprk/follow-ups${search}&code=UN17-08(a)`);
      const all = (body as { items: FollowUpView[] }).items.find((f) => f.addressee.code === 'UN-MS-2397')!;
      const evidence = await editor.get(
        `/dprk/tracks/${all.implementation.id}/evidence${search.replace(/source=[^&]+/, '')}`,
      );
      const { items } = evidence.body as { items: { evidence: { title: string } }[] };
      answers.push([all.implementation.state, all.overdue, items.length]);
    }
    // Links bear no date of their own: on the days of 2019 nobody had linked anything here.
    expect(answers).toEqual([
      ['partially-implemented', false, 0],
      ['partially-implemented', false, 0],
      ['partially-implemented', true, 0],
      ['partially-implemented', true, 0],
      ['partially-implemented', true, 5],
      ['partially-implemented', true, 2],
    ]);
  });

  it('lets each account of the notice sign in with its password, in its organization and with its roles', async () => {
    const notice = demonstrationNotice(ORIGIN, 'postgres://unused', undefined);
    const accounts = contents.flatMap((c) => c.accounts.map((a) => ({ ...a, slug: c.workspace.slug, of: c })));
    const lines = notice.filter((line) => line.startsWith('account: '));
    expect(lines.map((line) => line.split(' ')[1])).toEqual(accounts.map((a) => a.email));
    expect(notice).toContain('password: heed-demo-only');
    for (const [at, { email, roles, organization, of, slug }] of accounts.entries()) {
      expect(lines[at]).toContain(`(${roles.join(' and ')}`);
      const { me } = await stage.signedIn(email);
      const name = of.organizations.find((o) => o.code === organization)!.name;
      expect(me.memberships).toMatchObject([{ workspace: { slug }, organization: { name }, roles }]);
      expect(await stage.app.get(AccountsService).find(email)).toMatchObject({
        isDemonstration: true,
        disabledAt: null,
      });
    }
  });

  it('shows the outsider nothing of the other workspace', async () => {
    const outsider = await stage.signedIn('outsider@heed.example');
    expect((await outsider.get('/dprk/recommendations')).status).toBe(404);
    const own = await outsider.get('/elsewhere/recommendations?count=true');
    expect(own.body).toMatchObject({ count: 1, items: [{ code: 'LFW24-01' }] });
    const shared = await stage.rows(
      `SELECT FROM membership m JOIN membership n USING (person_id) WHERE m.workspace_id <> n.workspace_id`,
    );
    expect(shared).toHaveLength(0);
  });

  /** As the auditor reads them, of a recommendation and perhaps of one addressee. */
  async function followUps(code: string, addressee?: string): Promise<FollowUpView[]> {
    const { get } = await stage.signedIn('auditor@heed.example');
    const [id] = await stage.texts('SELECT id AS text FROM recommendation WHERE code = $1', [code]);
    const { body } = await get<{ items: FollowUpView[] }>(`/dprk/recommendations/${id!}/follow-ups?limit=200`);
    return body.items.filter((f) => addressee === undefined || f.addressee.code === addressee);
  }
});

describe('a load of the demonstration that is interrupted', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
    await stage.rows(`CREATE FUNCTION cut_power() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE present integer;
      BEGIN
        EXECUTE format('SELECT count(*) FROM %I', TG_TABLE_NAME) INTO present;
        IF present >= TG_ARGV[0]::integer THEN RAISE EXCEPTION 'power cut'; END IF;
        RETURN NEW;
      END $$`);
  });
  afterAll(() => stage.strike());

  /** Until the table has so many rows, and one more (that meets the condition) would be written. */
  async function loadUntil(table: string, rows: number, condition = 'true'): Promise<void> {
    await stage.rows(`CREATE TRIGGER cut BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${condition})
      EXECUTE FUNCTION cut_power(${String(rows)})`);
    await expect(loadDemonstration(stage.app)).rejects.toThrow('power cut');
    await stage.rows(`DROP TRIGGER cut ON ${table}`);
  }

  it(
    'is completed by the next, wherever it broke off, without a row or an event too many',
    async () => {
      await loadUntil('membership', 3);
      expect(await stage.counts()).toMatchObject({ workspace: 0, account: 0 });
      for (const table of ['theme', 'addressee', 'addressee_member', 'source', 'evidence', 'recommendation'])
        await loadUntil(table, 2);
      // The third is of what is entered last.
      await loadUntil('relation', 1);
      await loadUntil('deadline', 2);
      await loadUntil('follow_up', 40);
      await loadUntil('track_evidence', 50);
      await loadUntil('transition', 40);
      await loadUntil('engagement', 0);
      await loadUntil('audit_event', 0, "NEW.action = 'demonstration.loaded'");
      await loadDemonstration(stage.app);

      expect(await stage.counts()).toEqual(first);
      expect(await stage.acts()).toEqual(expectedActs);
    },
    PATIENCE * 2,
  );

  it('leaves alone what people have taken away once it was complete, and a workspace whose editor has left', async () => {
    await stage.rows(`DELETE FROM relation`);
    await stage.rows(
      `UPDATE membership SET ends_on = starts_on - 1 FROM account a WHERE a.person_id = membership.person_id AND a.email = 'outsider@heed.example'`,
    );
    const before = await stage.counts();
    await loadDemonstration(stage.app);
    expect(await stage.counts()).toEqual(before);
  });
});
