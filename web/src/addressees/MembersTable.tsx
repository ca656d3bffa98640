import { Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { When } from '../dates/When';
import { Asking } from '../frame/Asking';
import { Dialog } from '../frame/Dialog';
import { RecordLink } from '../frame/RecordLink';
import { useSaving } from '../frame/useSaving';
import { useMay } from '../frame/workspace';
import type { Addressee } from './addresseeDraft';
import { MemberForm } from './MemberForm';

export type GroupMember = Schema['AddresseeMemberView'];

export function MembersTable({ group, members }: { group: Addressee; members: GroupMember[] }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Table className="stacks">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('addressees.member')}</Table.Th>
          <Table.Th>{t('addressees.since')}</Table.Th>
          <Table.Th>{t('addressees.until')}</Table.Th>
          {mayWrite && <Table.Th className="no-print">{t('addressees.acts')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="addressees" id={one.member.id}>
                {one.member.name}
              </RecordLink>
            </Table.Th>
            <Table.Td data-label={t('addressees.since')}>
              {one.from ? <When date={one.from} /> : t('addressees.sinceUnknown')}
            </Table.Td>
            <Table.Td data-label={t('addressees.until')}>
              {one.until ? <When date={one.until} /> : t('addressees.stillMember')}
            </Table.Td>
            {mayWrite && (
              <Table.Td className="no-print">
                <Acts group={group} of={one} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Acts({ group, of }: { group: Addressee; of: GroupMember }) {
  const { t } = useTranslation();
  const names = { group: group.name, name: of.member.name };
  return (
    <Group gap="xs">
      <Dialog
        label={t('addressees.changeMember')}
        title={t('addressees.changeMemberNamed', names)}
        aria-label={t('addressees.changeMemberNamed', names)}
        size="xs"
        variant="default"
      >
        {(close) => <MemberForm group={group} read={of} close={close} />}
      </Dialog>
      <TakeOff group={group} of={of} />
    </Group>
  );
}

/** For whoever was listed wrongly; whoever left keeps the line, with a date. */
function TakeOff({ group, of }: { group: Addressee; of: GroupMember }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const names = { group: group.name, name: of.member.name };
  const taking = useSaving('addressees', t('addressees.takenOff', names), (workspace) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/addressees/{addresseeId}/members/{id}', {
        params: { path: { workspace, addresseeId: group.id, id: of.id }, header: ifMatch(of.version) },
      }),
    ),
  );
  return (
    <>
      <Button size="xs" variant="default" aria-label={t('addressees.takeOffNamed', names)} onClick={open}>
        {t('addressees.takeOff')}
      </Button>
      {isOpen && (
        <Asking
          title={t('addressees.takeOffNamed', names)}
          act={t('addressees.takeOff')}
          isDangerous
          saving={taking}
          close={close}
        >
          <Text size="sm">{t('addressees.takeOffMeans')}</Text>
        </Asking>
      )}
    </>
  );
}
