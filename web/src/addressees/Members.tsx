import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { When } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { useWorkspace } from '../frame/workspace';
import type { Addressee } from './addresseeDraft';

/** Who belongs to the group, and since and until when; read when somebody wants to see them. */
export function Members({ group }: { group: Addressee }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  const { members, memberCount } = group;
  return (
    <Stack component="section" gap="sm" aria-labelledby="members">
      <Title order={2} id="members">
        {t('addressees.members')}
      </Title>
      <Text size="sm">
        {memberCount
          ? t('addressees.membersOf', { all: memberCount, n: members })
          : t('addressees.membersListed', { n: members })}
      </Text>
      {members > 0 && (
        <Button variant="default" w="fit-content" className="no-print" aria-expanded={isShown} onClick={toggle}>
          {t(isShown ? 'addressees.hideMembers' : 'addressees.showMembers')}
        </Button>
      )}
      {isShown && <Listed group={group} />}
    </Stack>
  );
}

function Listed({ group }: { group: Addressee }) {
  const workspace = useWorkspace();
  const pages = usePages([workspace, 'addressees', group.id, 'members'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/addressees/{addresseeId}/members', {
        params: { path: { workspace, addresseeId: group.id }, query: { cursor, limit: 100 } },
      }),
    ),
  );
  return (
    <Read query={pages}>
      {() => (
        <>
          <Rows members={pages.items} />
          <ShowMore pages={pages} />
        </>
      )}
    </Read>
  );
}

function Rows({ members }: { members: Schema['AddresseeMemberView'][] }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('addressees.member')}</Table.Th>
          <Table.Th>{t('addressees.since')}</Table.Th>
          <Table.Th>{t('addressees.until')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(({ id, member, from, until }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="addressees" id={member.id}>
                {member.name}
              </RecordLink>
            </Table.Th>
            <Table.Td data-label={t('addressees.since')}>
              {from ? <When date={from} /> : t('addressees.sinceUnknown')}
            </Table.Td>
            <Table.Td data-label={t('addressees.until')}>
              {until ? <When date={until} /> : t('addressees.stillMember')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
