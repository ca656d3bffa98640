// The server under fuzz, its database with a ledger, and the workspaces of the rounds.

import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { describeApi } from '../../src/openapi.js';
import { Factories } from '../factories/factories.js';
import { Contract } from '../support/contract.js';
import { leadThere, type OpenInternet, openInternet } from '../support/open-internet.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { ApiDocument } from './document.js';
import { Judge } from './judge.js';
import { keepLedger, PREPARING } from './ledger.js';
import { browser, type Caller, program } from './people.js';
import { Random } from './random.js';
import { answerOutside } from './recipes/copies.js';
import { RECIPES } from './recipes.js';
import { Requests } from './requests.js';
import { Round } from './round.js';
import { peopleIn } from './round-people.js';
import { Wire } from './wire.js';

export class Stage {
  private constructor(
    readonly serving: ServingApp,
    readonly owner: DataSource,
    readonly document: ApiDocument,
    readonly judge: Judge,
    private readonly wire: Wire,
    private readonly internet: OpenInternet,
  ) {}

  static async open(): Promise<Stage> {
    const serving = await openServingApp();
    const { extra, ...options } = dataSourceOptions(serving.url);
    const owner = await new DataSource({
      ...options,
      extra: { ...(extra as object), application_name: PREPARING },
    }).initialize();
    await keepLedger(owner.manager);
    const document = ApiDocument.kept();
    const judge = new Judge(new Contract(await describeApi(serving.app)), new Requests(document));
    const internet = await openInternet(answerOutside);
    leadThere(serving.app, internet);
    return new Stage(serving, owner, document, judge, await Wire.listen(serving.app), internet);
  }

  /** A workspace of its own for the round, and another one of which nothing may be seen. */
  async round(seed: string, index: number): Promise<Round> {
    const a = await Factories.inNewWorkspace(this.owner.manager);
    const people = await peopleIn(a);
    const elsewhere = await a.otherWorkspace();
    const strangers = await strangersTo(a, elsewhere, people[2]?.program);
    const hidden = await hiddenFrom(a, elsewhere, strangers);
    const random = new Random(`${seed} ${String(index)}`);
    return new Round(
      String(index),
      random,
      this.document,
      a,
      people,
      strangers,
      hidden,
      RECIPES,
      this.wire,
      this.judge,
      () => this.holdUp(a.workspaceId),
    );
  }

  private async holdUp(workspaceId: string): Promise<() => Promise<void>> {
    const runner = this.owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT FROM workspace WHERE id = $1 FOR UPDATE', [workspaceId]);
    return () => runner.rollbackTransaction().finally(() => runner.release());
  }

  async close(): Promise<void> {
    this.wire.close();
    await this.serving.close();
    await this.internet.close();
    await this.owner.destroy();
  }
}

/** An administrator of another workspace; a token and a session that have ended. */
async function strangersTo(a: Factories, elsewhere: Factories, editor: Caller | undefined): Promise<Caller[]> {
  const other = { ...(await program(elsewhere, 'Elsa from elsewhere', ['administrator'])), roles: ['administrator'] };
  const accountId = editor?.member?.actor.accountId ?? '';
  const lapsed = await a.token(accountId, 'editor', new Date(Date.now() - 1000));
  return [
    other,
    await browser(elsewhere, other),
    { name: "Edita's ended program", roles: [], headers: { authorization: `Bearer ${lapsed}` }, isBrowser: false },
    ...(editor ? [await browser(a, editor, 3000)] : []),
  ];
}

async function hiddenFrom(a: Factories, elsewhere: Factories, [stranger]: Caller[]): Promise<Round['hidden']> {
  const followUp = await elsewhere.followUp();
  const foreign: [string, string][] = [
    ['workspace', elsewhere.workspaceId],
    ['organization', elsewhere.organizationId],
    ['theme', await elsewhere.theme()],
    ['source', await elsewhere.source()],
    ['followup', followUp.id],
    ['recommendation', followUp.recommendationId],
    ['addressee', followUp.addresseeId],
    ['track', followUp.response],
  ];
  if (stranger?.member) {
    foreign.push(['member', stranger.member.actor.membershipId]);
    foreign.push(['evidence', await elsewhere.evidence(stranger.member)]);
  }
  const owner = await a.member({ roles: ['partner'], name: 'Keeper of a secret' });
  const restricted = await a.evidence(owner, { confidentiality: 'restricted' });
  const fromThose = ({ member }: Caller): boolean => member?.actor.workspaceId !== elsewhere.workspaceId;
  return [
    ...foreign.map(([noun, id]) => ({ noun, id, from: fromThose })),
    { noun: 'evidence', id: restricted, from: () => true },
  ];
}
