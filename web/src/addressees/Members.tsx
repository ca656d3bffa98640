import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Unfolding } from '../frame/Unfolding';
import { useMay, useWorkspace } from '../frame/workspace';
import type { Addressee } from './addresseeDraft';
import { MemberForm } from './MemberForm';
import { MembersTable } from './MembersTable';

/** Who belongs to the group, and since and until when; read when somebody wants to see them. */
export function Members({ group }: { group: Addressee }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  const { name, members, memberCount } = group;
  return (
    <Unfolding
      title={t('addressees.members')}
      about={
        memberCount
          ? t('addressees.membersOf', { all: memberCount, n: members })
          : t('addressees.membersListed', { n: members })
      }
      acts={
        mayWrite && (
          <Dialog
            label={t('addressees.addMember')}
            title={t('addressees.addMemberTo', { name })}
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {(close) => <MemberForm group={group} close={close} />}
          </Dialog>
        )
      }
      isEmpty={members === 0}
    >
      <Listed group={group} />
    </Unfolding>
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
          <MembersTable group={group} members={pages.items} />
          <ShowMore pages={pages} />
        </>
      )}
    </Read>
  );
}
