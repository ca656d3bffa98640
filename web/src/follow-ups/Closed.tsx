import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { When } from '../dates/When';
import { Asking } from '../frame/Asking';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { reopen } from './reopening';

interface ClosedProps {
  followUp: FollowUp;
  /** The links that hang together with it, itself among them. */
  chain: FollowUp[];
}

/** Why and by whom it was closed, and the way back. */
export function Closed({ followUp, chain, mayReopen }: ClosedProps & { mayReopen: boolean }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { closing } = followUp;
  if (!closing) return null;
  return (
    <Alert role="note" color="gray" title={t(`closing.kinds.${closing.kind}`)}>
      <When date={closing.occurredOn} />: {closing.reason} ({closing.by.name}, {closing.by.organization.name})
      {mayReopen && (
        <Group mt="xs" className="no-print">
          <Button size="xs" variant="default" onClick={open}>
            {t('closing.reopen')}
          </Button>
        </Group>
      )}
      {isOpen && <Reopening followUp={followUp} chain={chain} close={close} />}
    </Alert>
  );
}

function Reopening({ followUp, chain, close }: ClosedProps & { close: () => void }) {
  const { t, i18n } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const [isChain, setChain] = useState(false);
  const closed = chain.filter(({ closing }) => closing);
  const saving = useMutation<unknown, Error, undefined>({
    mutationFn: () => reopen(workspace, followUp, isChain),
    onSuccess: () => {
      sayDone(t('closing.reopened', { count: isChain ? closed.length : 1 }));
      void queryClient.invalidateQueries({ queryKey: [workspace] });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
  return (
    <Asking title={t('closing.reopenTitle')} act={t('closing.reopen')} saving={saving} close={close}>
      <Text size="sm">{t('closing.reopenWhat')}</Text>
      {closed.length > 1 && (
        <Checkbox
          label={t('closing.reopenChain', {
            count: closed.length,
            names: new Intl.ListFormat(i18n.language).format(closed.map(({ addressee }) => addressee.name)),
          })}
          checked={isChain}
          onChange={(event) => setChain(event.currentTarget.checked)}
        />
      )}
    </Asking>
  );
}
