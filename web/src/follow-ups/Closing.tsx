import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import { Refused } from '../frame/Refused';
import { useMay, useWorkspace } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { Closed } from './Closed';
import { useSaidClosed } from './reopening';

type Wish = Schema['CloseFollowUpDto'];
const KINDS = ['overtaken-by-events', 'superseded', 'withdrawn-by-us', 'duplicate'] as const;

interface ClosingProps {
  followUp: FollowUp;
  /** The links that hang together with it, itself among them. */
  chain: FollowUp[];
}

/** A follow-up, or its whole chain in one act, is closed with a reason; clocks stop, and it can be reopened. */
export function Closing({ followUp, chain }: ClosingProps) {
  const { t } = useTranslation();
  const mayClose = useMay('administrator', 'editor');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (followUp.closing) return <Closed followUp={followUp} chain={chain} mayReopen={mayClose} />;
  if (!mayClose) return null;
  return (
    <Group className="no-print">
      <Button variant="subtle" color="gray" size="xs" onClick={open}>
        {t('closing.begin')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('closing.title')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <ClosingForm followUp={followUp} chain={chain} onDone={close} />
      </Modal>
    </Group>
  );
}

function ClosingForm({ followUp, chain, onDone }: ClosingProps & { onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const workspace = useWorkspace();
  const [wish, setWish] = useState<Wish>({ kind: KINDS[0], reason: '', occurredOn: today(), chain: false });
  const sayClosed = useSaidClosed(followUp.recommendation.id);
  const put = (change: Partial<Wish>) => {
    setWish((before) => ({ ...before, ...change }));
  };
  const close = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/follow-ups/{id}/closing', {
          params: { path: { workspace, id: followUp.id } },
          body: wish,
        }),
      ),
    onSuccess: ({ followUpIds }) => {
      onDone();
      sayClosed(followUpIds);
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
  });
  const open = chain.filter(({ closing }) => !closing).map(({ addressee }) => addressee.name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    close.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('closing.kind')}
          value={wish.kind}
          onChange={(event) => {
            put({ kind: event.currentTarget.value as Wish['kind'] });
          }}
          data={KINDS.map((value) => ({ value, label: t(`closing.kinds.${value}`) }))}
        />
        <Textarea
          label={t('followUps.noteNeeded')}
          required
          autosize
          minRows={2}
          value={wish.reason}
          onChange={(event) => {
            put({ reason: event.currentTarget.value });
          }}
        />
        <DateField
          label={t('followUps.occurredOn')}
          onChange={(occurredOn) => {
            put({ occurredOn });
          }}
        />
        {open.length > 1 && (
          <Checkbox
            label={t('closing.chain', {
              count: open.length,
              names: new Intl.ListFormat(i18n.language).format(open),
            })}
            checked={wish.chain ?? false}
            onChange={(event) => {
              put({ chain: event.currentTarget.checked });
            }}
          />
        )}
        <Text size="sm">{t('closing.what')}</Text>
        <Refused error={close.error} />
        <Button type="submit" loading={close.isPending}>
          {t('closing.do')}
        </Button>
      </Stack>
    </form>
  );
}
