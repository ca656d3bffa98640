import { Alert, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { Asking } from './Asking';
import { useSaidDone } from './done';
import { orGone, useHeld } from './useRow';
import { useSaving } from './useSaving';
import { useToldWhenGone } from './useToldWhenGone';
import { useWorkspace } from './workspace';

interface RemoveProps<Row> {
  noun: 'addressees' | 'sources' | 'engagements' | 'figures';
  /** What the page is about, as it was read. */
  row: Row;
  name: (row: Row) => string;
  /** What goes with it, and what stays. */
  means: string;
  /** Why it can't be deleted: nobody is offered to then, and whoever is about to is told. */
  whyNot?: string | undefined;
  remove: (workspace: string, row: Row) => Promise<unknown>;
  /** Puts it back, where that is possible for a while. */
  undo?: ((workspace: string, row: Row) => Promise<unknown>) | undefined;
}

/** Deletes what the page is about, after saying what that does; then there is the list that it was in. */
export function Remove<Row extends { id: string }>(props: RemoveProps<Row>) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      {props.whyNot === undefined && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
          {t('frame.remove')}
        </Button>
      )}
      {isOpen && <Removing {...props} close={close} />}
    </>
  );
}

function Removing<Row extends { id: string }>({ close, ...props }: RemoveProps<Row> & { close: () => void }) {
  const { noun, row: began, name, means, whyNot, remove, undo } = props;
  const { t } = useTranslation();
  const sayDone = useSaidDone();
  const { row, isAnew, readAnew, leave } = useShown(noun, began);
  const words = t('frame.removed', { name: name(row) });
  const removing = useSaving('search', undo ? undefined : words, async (workspace) => {
    await remove(workspace, row);
    if (undo) sayDone(words, () => undo(workspace, row));
    await leave();
  });
  return (
    <Asking
      title={t('frame.removeNamed', { name: name(row) })}
      act={t('frame.remove')}
      isDangerous
      isPossible={whyNot === undefined}
      saving={removing}
      readAnew={() => readAnew().then(removing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{means}</Text>
      {whyNot !== undefined && <Alert role="alert">{whyNot}</Alert>}
    </Asking>
  );
}

/** What the page shows, held while somebody is about to delete it; where it is gone, there is the list that it was in. */
function useShown<Row extends { id: string }>(noun: string, began: Row) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const queryKey = [workspace, noun, began.id];
  const now = () => queryClient.getQueryData<Row>(queryKey);
  const leave = async () => {
    await navigate({ to: `/w/$workspace/${noun}`, params: { workspace } });
    queryClient.removeQueries({ queryKey });
    void queryClient.invalidateQueries({ queryKey: [workspace, noun] });
  };
  const read = () => orGone(queryClient.refetchQueries({ queryKey, exact: true }, { throwOnError: true }).then(now));
  // What was merged answers with the one that was kept, to which the page goes.
  useToldWhenGone(() => (now()?.id ?? began.id) !== began.id, t('frame.mergedMeanwhile'));
  return { ...useHeld(began, read, () => void leave()), leave };
}
