import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Desk.module.css';
import type { Proposal } from './intake';
import { ProposalRow } from './ProposalRow';
import { sectionsOf } from './sections';
import { type Desk, isLeft } from './useDesk';

interface ProposalListProps {
  desk: Desk;
  isRecorded: boolean;
  mayDecide: boolean;
  ticked: ReadonlySet<string>;
  onTick: (id: string, isTicked: boolean) => void;
  takesFocus: boolean;
  opening: RefObject<boolean>;
  /** The proposal in hand, opened. */
  children: (proposal: Proposal) => ReactNode;
}

/** What was proposed, section by section as the document has them. */
export function ProposalList(props: ProposalListProps) {
  const { desk, isRecorded, mayDecide, ticked, onTick, takesFocus, opening, children } = props;
  const sections = sectionsOf(desk.proposals);
  return (
    <Stack gap="md">
      {sections.map(({ name, proposals, first }) => (
        <Stack key={first} gap={6}>
          {(name || sections.length > 1) && (
            <SectionHead name={name} proposals={proposals} mayDecide={mayDecide} desk={desk} />
          )}
          <ul className={classes['rows']}>
            {proposals.map((proposal, n) => (
              <ProposalRow
                key={proposal.id}
                proposal={proposal}
                number={first + n + 1}
                isChosen={proposal.id === desk.chosen?.id}
                isRecorded={isRecorded}
                takesFocus={takesFocus}
                opening={opening}
                onChoose={() => desk.take(proposal.id)}
                ticked={
                  mayDecide
                    ? {
                        isTicked: ticked.has(proposal.id),
                        onTick: (isTicked) => onTick(proposal.id, isTicked),
                      }
                    : undefined
                }
              >
                {children(proposal)}
              </ProposalRow>
            ))}
          </ul>
        </Stack>
      ))}
    </Stack>
  );
}

interface SectionHeadProps extends Pick<ProposalListProps, 'desk' | 'mayDecide'> {
  name: string | null;
  proposals: Proposal[];
}

function SectionHead({ name, proposals, mayDecide, desk }: SectionHeadProps) {
  const { t } = useTranslation();
  const left = proposals.filter(isLeft);
  const section = name ?? t('intake.noSection');
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
      <Title order={2} size="h5">
        {section}
      </Title>
      {mayDecide && left.length > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ flex: 'none' }}
          className="no-print"
          aria-label={t('intake.acceptAllOf', { count: left.length, section })}
          onClick={() => desk.many(left, { state: 'accepted' })}
        >
          {t('intake.acceptAll', { count: left.length })}
        </Button>
      )}
      {left.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('intake.sectionDone')}
        </Text>
      )}
    </Group>
  );
}
