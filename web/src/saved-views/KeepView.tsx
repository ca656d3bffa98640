import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { useSaidDone } from '../frame/done';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';

/** Keeps what the page shows now, under a name. */
export function KeepView({ address }: { address: string }) {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={isOpen} onDismiss={close} trapFocus closeOnEscape width={300} position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={toggle}
        >
          {t('savedViews.keep')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('savedViews.keep')}>
        {isOpen && <NameForm address={address} onDone={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function NameForm({ address, onDone }: { address: string; onDone: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/saved-views', {
          params: { path: { workspace } },
          body: { name: name.trim(), address },
        }),
      ),
    onSuccess: async (kept) => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'saved-views'] });
      sayDone(t('savedViews.kept', { name: kept.name }));
      onDone();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={t('savedViews.name')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Text size="xs">{t('savedViews.keepWhat')}</Text>
        <Refused error={keep.error} />
        <Button type="submit" size="xs" loading={keep.isPending}>
          {t('savedViews.doKeep')}
        </Button>
      </Stack>
    </form>
  );
}
