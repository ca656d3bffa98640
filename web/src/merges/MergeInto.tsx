import { Button, Stack, Text } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { type Merge, PLACES, previewOf, readAnew, type Twin, useMerging } from './merging';
import { useSayMerged } from './saidMerged';
import { WhatMoves } from './WhatMoves';

interface MergeIntoProps {
  of: Twin;
  /** Finds the one that is kept. */
  field: (choose: (id: string | null) => void) => ReactNode;
}

/** Two entries for one thing become one: first what that does, then the act. */
export function MergeInto({ of, field }: MergeIntoProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      label={t('merges.merge')}
      title={t('merges.mergeNamed', { name: of.name })}
      isWide
      variant="default"
      leftSection={<IconArrowMerge size={16} aria-hidden />}
    >
      {(close) => <Choosing of={of} field={field} close={close} />}
    </Dialog>
  );
}

function Choosing({ of, field, close }: MergeIntoProps & { close: () => void }) {
  const { t } = useTranslation();
  const [into, setInto] = useState<string | null>(null);
  return (
    <Stack>
      <Text size="sm">{t(`merges.about.${of.noun}`, { name: of.name })}</Text>
      {field(setInto)}
      {into && <Previewed key={into} of={of} into={into} close={close} />}
    </Stack>
  );
}

function Previewed({ of, into, close }: { of: Twin; into: string; close: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const say = useSayMerged();
  const preview = useQuery(previewOf(workspace, of, into));
  const show = async (merge: Merge) => {
    close();
    say(merge);
    const params = { workspace, id: merge.into.id };
    await navigate({ to: `/w/$workspace/${PLACES[of.noun]}/$id`, params, replace: true });
    await readAnew(workspace, merge);
  };
  const merging = useMerging(of, show);
  const refresh = () => preview.refetch({ throwOnError: true }).then(merging.reset);
  return (
    <Read query={preview}>
      {(read) => (
        <Stack>
          <WhatMoves of={of} preview={read} />
          <Refused error={merging.error} readAnew={refresh} />
          {read.conflicts.length === 0 && (
            <Button loading={merging.isPending} onClick={() => merging.mutate(read)}>
              {t('merges.mergeTo', { name: read.into.name })}
            </Button>
          )}
        </Stack>
      )}
    </Read>
  );
}
