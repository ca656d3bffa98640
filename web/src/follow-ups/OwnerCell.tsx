import { Box, Button, Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../administration/lists';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { Refused } from '../frame/Refused';
import { useMay, useWorkspace } from '../frame/workspace';
import { useSaidDone } from '../frame/done';
import type { Row } from './row';

/** Who looks after it; Enter or a press opens the choice in its place, Escape leaves it as it was. */
export function OwnerCell({ row }: { row: Row }) {
  const { t } = useTranslation();
  const mayEdit = useMay('administrator', 'editor');
  const [isEditing, setIsEditing] = useState(false);
  const name = row.owner?.name ?? t('followUps.noOwner');
  if (!mayEdit) return <Text size="sm">{name}</Text>;
  if (isEditing) return <ChooseOwner row={row} onDone={() => setIsEditing(false)} />;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      fw={400}
      px={4}
      mx={-4}
      c="var(--mantine-color-text)"
      maw="100%"
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.4 } }}
      h="auto"
      mih={24}
      aria-label={t('followUps.changeOwner', { code: row.recommendation.code, name })}
      onClick={() => setIsEditing(true)}
    >
      {name}
    </Button>
  );
}

function ChooseOwner({ row, onDone }: { row: Row; onDone: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const members = useMembers();
  const [typed, setTyped] = useState<string | null>();
  const save = useSaveOwner(onDone);
  const nobody = { value: '', label: t('followUps.noOwner') };
  return (
    <Box
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Select
        aria-label={t('followUps.columnNames.owner')}
        size="xs"
        autoFocus
        searchable
        allowDeselect={false}
        defaultDropdownOpened
        onFocus={(event) => event.currentTarget.select()}
        value={typed === undefined ? (row.owner?.id ?? '') : (typed ?? '')}
        data={[nobody, ...(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        nothingFoundMessage={t('frame.nothingFound')}
        disabled={save.isPending}
        onChange={(value) => {
          setTyped(value);
          save.mutate({ row, ownerId: value || null });
        }}
        onBlur={() => {
          if (!save.isPending && !save.error) onDone();
        }}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
      />
      <Refused
        error={save.error}
        readAnew={async () => {
          await queryClient.refetchQueries(
            { queryKey: [workspace, 'follow-ups'], type: 'active' },
            { throwOnError: true },
          );
          save.reset();
          onDone();
        }}
      />
    </Box>
  );
}

interface Wish {
  row: Row;
  ownerId: string | null;
}

/** Bound to the version that was looked at; what it was before is one press away. */
function useSaveOwner(onDone: () => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const patch = (id: string, version: number, ownerId: string | null) =>
    answer(
      client.PATCH('/api/v1/workspaces/{workspace}/follow-ups/{id}', {
        params: { path: { workspace, id }, header: ifMatch(version) },
        body: { ownerId },
      }),
    );
  return useMutation({
    mutationFn: ({ row, ownerId }: Wish) => patch(row.id, row.version, ownerId),
    onSuccess: async (saved, { row }) => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      const before = row.owner?.id ?? null;
      sayDone(
        t('followUps.ownerSaved', { code: row.recommendation.code, name: saved.owner?.name ?? t('followUps.noOwner') }),
        () => patch(saved.id, saved.version, before),
      );
      onDone();
    },
  });
}
