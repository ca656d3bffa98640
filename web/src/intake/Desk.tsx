import { Group, Kbd, Stack, Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import classes from './Desk.module.css';
import { DocumentPane } from './DocumentPane';
import { type Intake, isFollowed, namesOf, type Proposal } from './intake';
import { isLeft, useDesk } from './useDesk';
import { ProposalsPane } from './ProposalsPane';
import { Recorded } from './Recorded';
import { UndoButton } from './UndoButton';
import { useOpening } from './useOpening';

interface DeskProps {
  intake: Intake;
  proposals: Proposal[];
  isRecorded: boolean;
  /** The proposal that the address names. */
  asked: string | undefined;
  mayDecide: boolean;
}

/** The document at the left, its proposals at the right; on narrow screens one behind the other. */
export function Desk({ intake, proposals, isRecorded, asked, mayDecide }: DeskProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const desk = useDesk(intake.id, proposals, asked, mayDecide);
  const names = useQuery(namesOf(workspace, intake.id)).data ?? [];
  // An address that names an ask leads to its place in the document; else one begins with the title of the page.
  const [tab, setTab] = useState<string | null>(asked === undefined ? 'proposals' : 'document');
  const opening = useOpening(asked);
  const isNarrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const left = (
    <DocumentPane
      document={intake}
      proposals={desk.proposals}
      chosenId={desk.chosen?.id}
      opening={opening}
      onChoose={(id) => {
        desk.take(id);
        setTab('proposals');
      }}
      onAdd={
        mayDecide
          ? (span) => {
              desk.add(span);
              setTab('proposals');
            }
          : undefined
      }
    />
  );
  const right = (
    <ProposalsPane
      intake={intake}
      isRecorded={isRecorded}
      desk={desk}
      names={names}
      mayDecide={mayDecide}
      opening={opening}
    />
  );
  return (
    <Stack gap="sm">
      {isRecorded && <Recorded intake={intake} proposals={desk.proposals} />}
      {!isRecorded && !mayDecide && <Text size="sm">{t('intake.whoReads')}</Text>}
      <Group justify="space-between" gap="xs">
        <Counts proposals={desk.proposals} isRecorded={isRecorded} />
        {mayDecide && (
          <Group gap="xs">
            <Text size="sm" c="dimmed" visibleFrom="md" className="no-print">
              {t('intake.keysAt')} <Kbd>?</Kbd>
            </Text>
            <UndoButton desk={desk} />
          </Group>
        )}
      </Group>
      {isNarrow ? (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List grow>
            <Tabs.Tab value="document">{t('intake.document')}</Tabs.Tab>
            <Tabs.Tab value="proposals">{t('intake.proposals')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="document" pt="sm">
            {left}
          </Tabs.Panel>
          <Tabs.Panel value="proposals" pt="sm">
            {right}
          </Tabs.Panel>
        </Tabs>
      ) : (
        <div className={classes['desk']}>
          {left}
          {right}
        </div>
      )}
    </Stack>
  );
}

function Counts({ proposals, isRecorded }: { proposals: Proposal[]; isRecorded: boolean }) {
  const { t } = useTranslation();
  const count = (state: Proposal['state']) => proposals.filter((one) => one.state === state).length;
  const left = proposals.filter(isLeft).length;
  const followed = proposals.filter(isFollowed).length;
  return (
    <Text size="sm" role="status">
      {t(isRecorded ? 'intake.countsRecorded' : 'intake.counts', {
        accepted: count('accepted'),
        left,
        rejected: count('rejected'),
      })}
      {followed > 0 && ` ${t('intake.countsFollowed', { count: followed })}`}
    </Text>
  );
}
