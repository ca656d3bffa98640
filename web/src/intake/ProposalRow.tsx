import { Checkbox, Group, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Desk.module.css';
import type { Proposal } from './intake';
import { bringIntoView } from './into-view';
import { ProposalSign } from './ProposalSign';

interface ProposalRowProps {
  proposal: Proposal;
  number: number;
  isChosen: boolean;
  isRecorded: boolean;
  /** Whether the keyboard brought one here. */
  takesFocus: boolean;
  onChoose: () => void;
  /** Where it is left out, there is nothing to do with several at once. */
  ticked?: { isTicked: boolean; onTick: (isTicked: boolean) => void } | undefined;
  /** The one in hand, opened. */
  children: ReactNode;
}

/** One proposal of the list: what it asks, of whom, and whether it is decided. */
export function ProposalRow(props: ProposalRowProps) {
  const { proposal, number, isChosen, isRecorded, takesFocus, onChoose, ticked, children } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const isOpening = useRef(true);
  useEffect(() => {
    const isFirst = isOpening.current;
    isOpening.current = false;
    if (!isChosen) return;
    bringIntoView(button.current?.closest('li'), isFirst && !takesFocus);
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [isChosen, takesFocus]);
  const whom = [proposal.addressees, proposal.through, proposal.targets]
    .filter((names) => names.length > 0)
    .map((names) => names.join(', '))
    .join(' → ');
  return (
    <li className={classes['row']} data-chosen={isChosen}>
      {ticked ? (
        <Checkbox
          size="xs"
          mt={4}
          className="no-print"
          aria-label={t('intake.tick', { number })}
          checked={ticked.isTicked}
          onChange={(event) => ticked.onTick(event.currentTarget.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        <UnstyledButton ref={button} w="100%" onClick={onChoose} aria-expanded={isChosen}>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
            <Text size="sm" fw={isChosen ? 650 : 400} lineClamp={isChosen ? undefined : 2}>
              {number}. {proposal.title}
            </Text>
            <ProposalSign proposal={proposal} isRecorded={isRecorded} />
          </Group>
          <Text size="xs" c="dimmed">
            {[proposal.label, whom || t('intake.nobodyAsked')].filter(Boolean).join(' · ')}
          </Text>
        </UnstyledButton>
        {isChosen && children}
      </div>
    </li>
  );
}
