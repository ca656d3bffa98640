import { Alert, Blockquote, Stack, Table, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Meant, Proposal } from './intake';
import { ProposalChain } from './ProposalChain';
import { Why } from './Why';

interface ProposalCardProps {
  proposal: Proposal;
  language: string;
  names: Meant[];
  /** What one can do with it, or the form to change it. */
  children: ReactNode;
}

/** A proposal opened: its words, whom it moves, what is known of it, why it was proposed, and what it repeats. */
export function ProposalCard({ proposal, language, names, children }: ProposalCardProps) {
  const { t } = useTranslation();
  const { text, repeats, recommendation, decidedBy, decidedAt, state } = proposal;
  return (
    <Stack gap="sm" mt="sm">
      <Blockquote p="sm" radius="sm" color="gray" className="quote" lang={language}>
        {text}
      </Blockquote>
      <ProposalChain proposal={proposal} names={names} />
      <Facts proposal={proposal} language={language} />
      {repeats.length > 0 && (
        <Alert
          role="note"
          color="yellow"
          c="inherit"
          icon={<IconCopy aria-hidden />}
          title={t('intake.repeats', { count: repeats.length })}
        >
          {repeats.map(({ id, code, title }) => (
            <div key={id}>
              <RecordLink to="recommendations" id={id}>
                {code}: {title}
              </RecordLink>
            </div>
          ))}
        </Alert>
      )}
      <Why proposal={proposal} />
      {decidedBy && decidedAt && state !== 'proposed' && (
        <Text size="xs" c="dimmed">
          {t(`intake.decided.${state}`, { name: decidedBy.name, organization: decidedBy.organization.name })}{' '}
          <Instant at={decidedAt} />
        </Text>
      )}
      {recommendation && (
        <RecordLink to="recommendations" id={recommendation.id}>
          {t('intake.became', { code: recommendation.code })}
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
