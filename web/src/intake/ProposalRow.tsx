import { Checkbox, Group, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
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
  /** Whether the desk is being opened: then the page stays at its title. */
  opening: RefObject<boolean>;
  onChoose: () => void;
  /** Where it is left out, there is nothing to do with several at once. */
  ticked?: { isTicked: boolean; onTick: (isTicked: boolean) => void } | undefined;
  /** The one in hand, opened. */
  children: ReactNode;
}

/** One proposal of the list: what it asks, of whom, and whether it is decided. */
export function ProposalRow(props: ProposalRowProps) {
  const { proposal, number, isChosen, isRecorded, takesFocus, opening, onChoose, ticked, children } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const row = button.current?.closest('li');
    if (!row || !isChosen) return;
    bringIntoView(row, opening.current);
    // A form that opened in it has the focus already.
    if (takesFocus && !row.contains(document.activeElement)) button.current?.focus({ preventScroll: true });
  }, [isChosen, takesFocus, opening]);
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
