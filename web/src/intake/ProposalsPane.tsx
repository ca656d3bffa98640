import { Stack, Text } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { Empty } from '../frame/Standing';
import classes from './Desk.module.css';
import { type Asking, AskedFirst } from './AskedFirst';
import type { Intake, Meant } from './intake';
import { ManyBar } from './ManyBar';
import { Opened } from './Opened';
import { ProposalList } from './ProposalList';
import { caretIn } from './selected-text';
import type { Desk } from './useDesk';
import { useDeskKeys } from './useDeskKeys';

interface ProposalsPaneProps {
  intake: Intake;
  isRecorded: boolean;
  desk: Desk;
  names: Meant[];
  mayDecide: boolean;
  opening: RefObject<boolean>;
}

/** The list of proposals with the one in hand opened. */
export function ProposalsPane({ intake, isRecorded, desk, names, mayDecide, opening }: ProposalsPaneProps) {
  const { t } = useTranslation();
  const { chosen, acting } = desk;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isByKeys, setByKeys] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const askWhere = () => setAsking({ what: 'split', pointed: chosen && caretIn(chosen.span) });
  const askWhy = () => setAsking({ what: 'rejection' });
  const tick = (id: string, isTicked: boolean) =>
    setTicked((before) => new Set([...before].filter((one) => one !== id).concat(isTicked ? [id] : [])));
  useDeskKeys({
    desk,
    mayDecide,
    onSplit: () => chosen && askWhere(),
    onReject: () => chosen && askWhy(),
    onAdd: () => setAsking({ what: 'words' }),
    onTick: () => chosen && tick(chosen.id, !ticked.has(chosen.id)),
    onMoved: () => setByKeys(true),
  });
  const some = desk.proposals.filter(({ id }) => ticked.has(id));
  return (
    <section className={classes['pane']} data-pane aria-label={t('intake.proposals')}>
      <Stack gap="sm">
        {mayDecide && (acting.error !== null || some.length > 0) && (
          <Stack gap="xs" className={classes['above']} data-above>
            <Refused error={acting.error} readAnew={acting.readAnew} />
            {some.length > 0 && (
              <ManyBar
                count={some.length}
                onAct={(body) => desk.many(some, body, () => setTicked(new Set()))}
                onClear={() => setTicked(new Set())}
              />
            )}
          </Stack>
        )}
        {desk.proposals.length === 0 && (
          <Empty title={t('intake.foundNothing')}>
            <Text>{t('intake.foundNothingWhy')}</Text>
          </Empty>
        )}
        <ProposalList
          desk={desk}
          isRecorded={isRecorded}
          mayDecide={mayDecide}
          ticked={ticked}
          onTick={tick}
          takesFocus={isByKeys}
          opening={opening}
        >
          {(proposal) => (
            <Opened
              proposal={proposal}
              intake={intake}
              isRecorded={isRecorded}
              desk={desk}
              names={names}
              mayDecide={mayDecide}
              onSplit={askWhere}
              onReject={askWhy}
            />
          )}
        </ProposalList>
      </Stack>
      {asking && (
        <AskedFirst intake={intake} desk={desk} chosen={chosen} asking={asking} close={() => setAsking(undefined)} />
      )}
    </section>
  );
}
