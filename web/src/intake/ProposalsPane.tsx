import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { Empty } from '../frame/Standing';
import classes from './Desk.module.css';
import { EditProposal } from './EditProposal';
import type { Intake, Meant } from './intake';
import { ManyBar } from './ManyBar';
import { ProposalActs } from './ProposalActs';
import { ProposalCard } from './ProposalCard';
import { ProposalList } from './ProposalList';
import { caretIn } from './selected-text';
import { SplitDialog } from './SplitDialog';
import type { Desk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';

interface ProposalsPaneProps {
  intake: Intake;
  desk: Desk;
  names: Meant[];
  mayDecide: boolean;
}

/** The list of proposals with the one in hand opened. */
export function ProposalsPane({ intake, desk, names, mayDecide }: ProposalsPaneProps) {
  const { t } = useTranslation();
  const { chosen, acting } = desk;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isByKeys, setByKeys] = useState(false);
  const [splitting, setSplitting] = useState<{ pointed: number | undefined }>();
  const askWhere = () => setSplitting({ pointed: chosen && caretIn(chosen.span) });
  useDeskKeys({ desk, mayDecide, onSplit: askWhere, onMoved: () => setByKeys(true) });
  const tick = (id: string, isTicked: boolean) =>
    setTicked((before) => new Set([...before].filter((one) => one !== id).concat(isTicked ? [id] : [])));
  const some = desk.proposals.filter(({ id }) => ticked.has(id));
  return (
    <section className={classes['pane']} data-pane aria-label={t('intake.proposals')}>
      <Stack gap="sm">
        <Refused error={acting.error} readAnew={acting.reset} />
        {some.length > 0 && mayDecide && (
          <ManyBar
            count={some.length}
            onAct={(body) => desk.many(some, body, () => setTicked(new Set()))}
            onClear={() => setTicked(new Set())}
          />
        )}
        {desk.proposals.length === 0 && (
          <Empty title={t('intake.foundNothing')}>
            <Text>{t('intake.foundNothingWhy')}</Text>
          </Empty>
        )}
        <ProposalList desk={desk} mayDecide={mayDecide} ticked={ticked} onTick={tick} takesFocus={isByKeys}>
          {(proposal) => (
            <ProposalCard proposal={proposal} language={intake.language} names={names}>
              {mayDecide && desk.isEditing && (
                <EditProposal
                  key={proposal.id}
                  proposal={proposal}
                  isPending={acting.isPending}
                  onSave={(changes) => desk.save(changes, () => desk.setEditing(false))}
                  onClose={() => desk.setEditing(false)}
                />
              )}
              {mayDecide && !desk.isEditing && <ProposalActs desk={desk} onSplit={askWhere} />}
            </ProposalCard>
          )}
        </ProposalList>
      </Stack>
      {splitting && chosen && (
        <SplitDialog
          text={intake.text}
          proposal={chosen}
          pointed={splitting.pointed}
          onSplit={(at) => {
            setSplitting(undefined);
            desk.split(at);
          }}
          onClose={() => setSplitting(undefined)}
        />
      )}
    </section>
  );
}
