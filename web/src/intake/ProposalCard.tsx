import { Blockquote, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { Decided } from './Decided';
import type { Meant, Proposal } from './intake';
import { Echoes, Repeats } from './Likes';
import { Linked } from './Linked';
import type { Linking } from './linking';
import { ProposalChain } from './ProposalChain';
import { ThemesOf } from './ThemesOf';
import { Why } from './Why';

interface ProposalCardProps {
  proposal: Proposal;
  language: string;
  names: Meant[];
  isRecorded: boolean;
  /** Left out, there is nothing to decide any more. */
  linking: Linking | undefined;
  /** What one can do with it, or the form to change it. */
  children: ReactNode;
}

/** A proposal opened: its words, whom it moves, what is known of it, why it was proposed, and what it repeats. */
export function ProposalCard({ proposal, language, names, isRecorded, linking, children }: ProposalCardProps) {
  const { t } = useTranslation();
  const { text, recommendation, state } = proposal;
  return (
    <Stack gap="sm" mt="sm">
      <Blockquote p="sm" radius="sm" color="gray" className="quote" lang={language}>
        {text}
      </Blockquote>
      <ProposalChain proposal={proposal} names={names} />
      <Facts proposal={proposal} language={language} />
      <Repeats proposal={proposal} linking={linking} />
      <Echoes proposal={proposal} linking={linking} />
      <Linked proposal={proposal} linking={linking} />
      <ThemesOf proposal={proposal} linking={linking} />
      <Why proposal={proposal} />
      <Decided proposal={proposal} isRecorded={isRecorded} />
      {recommendation && (
        <RecordLink to="recommendations" id={recommendation.id}>
          {t(state === 'accepted' ? 'intake.became' : 'intake.isFollowedAs', { code: recommendation.code })}
        </RecordLink>
      )}
      {children}
    </Stack>
  );
}

function Facts({ proposal: { section, label, by, due, parts }, language }: { proposal: Proposal; language: string }) {
  const { t } = useTranslation();
  const lines: [name: string, words: ReactNode][] = [
    [t('intake.section'), section],
    [t('intake.label'), label],
    [t('intake.by'), by.join(', ')],
    [t('intake.due'), due && <When date={due} />],
    [t('intake.parts'), parts.length > 0 && <PartList parts={parts} />],
  ];
  const known = lines.filter(([, words]) => words !== null && words !== '' && words !== false);
  if (known.length === 0) return null;
  return (
    <Table variant="vertical" layout="auto" verticalSpacing={4}>
      <Table.Tbody>
        {known.map(([name, words]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={130} fw={500}>
              {name}
            </Table.Th>
            <Table.Td lang={language}>{words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PartList({ parts }: { parts: string[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
