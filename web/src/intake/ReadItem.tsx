import { Button, Modal, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { LevelField } from '../evidence/LevelField';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { useWorkspace } from '../frame/workspace';
import type { InboxItem } from '../inbox/inbox';
import { LEVELS, type Listed } from './intake';
import { LinkNotice, useFetches } from './LinkNotice';

/** Hands what lies in the inbox to whoever decides on asks: no second upload. A link is fetched where the workspace lets Heed. */
export function ReadItem({ item, close }: { item: InboxItem; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={t('intake.readItem')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      {item.kind === 'link' ? <ReadLink id={item.id} /> : <ReadItemForm id={item.id} levels={LEVELS} />}
    </Modal>
  );
}

function ReadLink({ id }: { id: string }) {
  return (
    <Stack>
      <LinkNotice />
      {useFetches(true) === true && <ReadItemForm id={id} levels={[]} />}
    </Stack>
  );
}

/** `levels`: those that it may get; none where it can have only one. */
function ReadItemForm({ id, levels }: { id: string; levels: Listed['confidentiality'][] }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [confidentiality, setConfidentiality] = useState<Listed['confidentiality']>('coalition');
  const reading = useSaving('inbox', undefined, (of, _said: undefined) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/inbox/{id}/intake', {
        params: { path: { workspace: of, id } },
        body: { confidentiality },
      }),
    ).then((document) => navigate({ to: '/w/$workspace/intake/$id', params: { workspace, id: document.id } })),
  );
  return (
    <form
      aria-label={t('intake.readItem')}
      onSubmit={(event) => {
        event.preventDefault();
        reading.mutate(undefined);
      }}
    >
      <Stack>
        <Text size="sm">{t('intake.readItemAbout')}</Text>
        {levels.length > 0 && <LevelField levels={levels} level={confidentiality} onChange={setConfidentiality} />}
        <Refused error={reading.error} />
        <Button type="submit" loading={reading.isPending} style={{ alignSelf: 'start' }}>
          {t('intake.readIt')}
        </Button>
      </Stack>
    </form>
  );
}
