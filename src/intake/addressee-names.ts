import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Addressee } from '../addressees/addressee.entity.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { type Fault, problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { NAMED } from './intake.queries.js';
import type { MeantAddresseeDto } from './record.dto.js';
import { under } from './under.js';

/** Whom each name means; null: nobody, it is left out. */
export type Meant = ReadonlyMap<string, string | null>;

/** From the names of a document to addressees of the workspace. None is made that nobody said is to be made. */
@Injectable()
export class AddresseeNames {
  constructor(private readonly addressees: AddresseesService) {}

  /** 422 with every name of which it is not clear whom it means. */
  async resolve(tx: EntityManager, actor: Actor, names: string[], said: MeantAddresseeDto[]): Promise<Meant> {
    this.checkSaid(names, said);
    const found = await run<{ name: string; id: string }>(tx, NAMED, [names, actor.workspaceId]);
    const faults = names
      .filter((name) => !said.some((one) => one.name === name))
      .flatMap((name) => faultsOf(name, found.filter((row) => row.name === name).length));
    if (faults.length > 0) throw problems.unclearNames(faults);
    const meant = new Map<string, string | null>(found.map(({ name, id }) => [name, id]));
    for (const [n, one] of said.entries()) meant.set(one.name, await this.idOf(tx, actor, one, n));
    return meant;
  }

  private checkSaid(names: string[], said: MeantAddresseeDto[]): void {
    said.forEach(({ name, id, create, leaveOut }, n) => {
      const place = `/addressees/${String(n)}`;
      if (!names.includes(name))
        throw problems.unfit(`${place}/name`, 'no-such-name', say`No accepted proposal names "${name}".`);
      if ([id !== undefined, create !== undefined, leaveOut === true].filter(Boolean).length !== 1)
        throw problems.unfit(place, 'one-of-three', say`Say one of "id", "create" and "leaveOut".`);
    });
  }

  private async idOf(
    tx: EntityManager,
    actor: Actor,
    { name, id, create }: MeantAddresseeDto,
    n: number,
  ): Promise<string | null> {
    if (create) {
      const made = await under(`/addressees/${String(n)}/create`, this.addressees.create(actor, { ...create, name }));
      return made.parsed<{ id: string }>().id;
    }
    if (id === undefined) return null;
    if (!(await tx.existsBy(Addressee, { id, workspaceId: actor.workspaceId })))
      throw problems.notFound(`/addressees/${String(n)}/id`);
    return id;
  }
}

function faultsOf(name: string, found: number): Fault[] {
  if (found === 1) return [];
  const message = found === 0 ? say`Nobody here is called "${name}".` : say`Several are called "${name}".`;
  return [{ pointer: '/addressees', code: found === 0 ? 'unknown-name' : 'ambiguous-name', message }];
}
