import { CreateAddresseeMemberDto, type AddresseeMemberView } from '../addressees/addressee-member.dto.js';
import { AddresseeMembersService } from '../addressees/addressee-members.service.js';
import { type AddresseeView, CreateAddresseeDto } from '../addressees/addressee.dto.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import type { ContentAddressee } from './content-people.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** Addressees are known by their code, members by their group and theirs. */
export async function enterAddressees(desk: Desk, contents: ContentAddressee[]): Promise<Ids> {
  const ids = await enterAll(desk, contents);
  for (const group of contents.filter(({ members }) => members !== undefined)) await enterMembers(desk, group, ids);
  return ids;
}

async function enterAll({ app, actor }: Desk, contents: ContentAddressee[]): Promise<Ids> {
  const addressees = app.get(AddresseesService);
  const there = await everything<AddresseeView>((page) => addressees.list(actor, { ...page, sort: 'code' }));
  return enterMissing(
    contents,
    ({ code }) => code,
    idsBy(there, ({ code }) => code),
    async ({ members: _, names, ...fields }) =>
      addressees.create(actor, await asSent(CreateAddresseeDto, { ...fields, names: { ...names } })),
  );
}

async function enterMembers({ app, actor }: Desk, group: ContentAddressee, ids: Ids): Promise<void> {
  const members = app.get(AddresseeMembersService);
  const groupId = idOf(ids, group.code);
  const there = await everything<AddresseeMemberView>((page) =>
    members.list(actor, groupId, { ...page, sort: 'code' }),
  );
  await enterMissing(
    group.members ?? [],
    ({ addressee }) => addressee,
    idsBy(there, ({ member }) => member.code),
    async ({ addressee, from, until }) =>
      members.create(
        actor,
        groupId,
        await asSent(CreateAddresseeMemberDto, { memberId: idOf(ids, addressee), from, until }),
      ),
  );
}
