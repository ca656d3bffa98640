import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import type { Preview, Twin } from './merging';

const MOVES = [
  'recommendation',
  'follow-up',
  'via-group',
  'membership',
  'member',
  'engagement',
  'engagement-addressee',
  'engagement-double',
  'predecessor',
  'next-step',
] as const;

/** What a merge would do, in words, or what stands in its way and how that is solved. */
export function WhatMoves({ of, preview }: { of: Twin; preview: Preview }) {
  return preview.conflicts.length > 0 ? <InTheWay preview={preview} /> : <WillHappen of={of} preview={preview} />;
}

function WillHappen({ of, preview: { old, into, aliases, moves } }: { of: Twin; preview: Preview }) {
  const { t } = useTranslation();
  const names = { old: old.name, into: into.name };
  return (
    <div role="status">
      <Text fw={600} size="sm">
        {t('merges.willHappen')}
      </Text>
      <List size="sm">
        {MOVES.map((kind) => ({ kind, n: moves.find((move) => move.kind === kind)?.count ?? 0 }))
          .filter(({ n }) => n > 0)
          .map(({ kind, n }) => (
            <List.Item key={kind}>{t(`merges.moves.${kind}`, { n, ...names })}</List.Item>
          ))}
        {moves.length === 0 && <List.Item>{t('merges.nothingMoves', names)}</List.Item>}
        {aliases.length > 0 && <List.Item>{t('merges.foundBy', { ...names, names: aliases.join(', ') })}</List.Item>}
        <List.Item>{t('merges.goes', names)}</List.Item>
        <List.Item>{t(`merges.fieldsStay.${of.noun}`, names)}</List.Item>
        <List.Item>{t('merges.canBeUndone')}</List.Item>
      </List>
    </div>
  );
}

/** Those whose things have pages of their own. */
const PAGES: Partial<Record<string, 'addressees' | 'engagements'>> = {
  'same-group': 'addressees',
  'same-member': 'addressees',
  circle: 'addressees',
  'no-group': 'addressees',
  'succeeded-by-old': 'addressees',
  'towards-itself': 'engagements',
};

function InTheWay({ preview: { conflicts } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('merges.inTheWay')}>
      <Stack gap="xs">
        {conflicts.map(({ code, message, things }) => {
          const page = PAGES[code];
          return (
            <div key={code}>
              <Text size="sm">{message}</Text>
              <List size="sm">
                {things.map(({ id, name }) => (
                  <List.Item key={id}>
                    {page ? (
                      <RecordLink to={page} id={id}>
                        {name}
                      </RecordLink>
                    ) : (
                      name
                    )}
                  </List.Item>
                ))}
              </List>
            </div>
          );
        })}
      </Stack>
    </Alert>
  );
}
