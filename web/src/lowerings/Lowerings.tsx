import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Piece } from '../evidence/piece';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { useMay, useMembership } from '../frame/workspace';
import { AskLowering } from './AskLowering';
import { Deciding, TakingBack } from './Deciding';
import { type Lowering, useLowerings } from './lowerings';

/** How more people come to read a piece: what was asked, what another person decides, and the way to ask. */
export function Lowerings({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const mayLower = useMay('administrator', 'editor', 'verifier');
  return (
    <Read query={useLowerings(piece.id)}>
      {({ items }) => {
        const isOpen = items.some(({ state }) => state === 'open');
        if (piece.confidentiality === 'public' && items.length === 0) return null;
        return (
          <Stack component="section" gap="xs" aria-labelledby="lowerings" align="flex-start">
            <Title order={2} id="lowerings">
              {t('lowerings.title')}
            </Title>
            {items.map((one) => (
              <Asked key={one.id} lowering={one} mayDecide={mayLower} />
            ))}
            {!mayLower && <Text size="sm">{t('lowerings.whoAsks')}</Text>}
            {mayLower && !isOpen && piece.confidentiality !== 'public' && (
              <Dialog label={t('lowerings.ask')} variant="default" isWide className="no-print">
                {(close) => <AskLowering piece={piece} close={close} />}
              </Dialog>
            )}
          </Stack>
        );
      }}
    </Read>
  );
}

function Asked({ lowering, mayDecide }: { lowering: Lowering; mayDecide: boolean }) {
  const { t } = useTranslation();
  const { id } = useMembership();
  const { requestedBy, to, state, reason, recordedAt, checklist, decidedBy, decisionReason } = lowering;
  const isOwn = requestedBy.id === id;
  return (
    <Card withBorder p="sm" component="article" w="100%" maw={760}>
      <Stack gap="xs">
        <Text fw={600}>{t('lowerings.asks', { name: requestedBy.name, level: t(`evidence.level.${to}`) })}</Text>
        <Text size="sm" c="dimmed">
          <Instant at={recordedAt} />
          {state !== 'open' && `, ${t(`lowerings.past.${state}`, { name: decidedBy?.name ?? '' })}`}
        </Text>
        {reason && <Text size="sm">{t('lowerings.because', { reason })}</Text>}
        {decisionReason && <Text size="sm">{t('lowerings.because', { reason: decisionReason })}</Text>}
        <List size="sm" spacing={2}>
          {checklist.map(({ code, answer, note }) => (
            <List.Item key={code}>
              {t(`lowerings.question.${code}`)} <b>{t(`lowerings.answer.${answer}`)}</b>
              {note && `: ${note}`}
            </List.Item>
          ))}
        </List>
        {state === 'open' && isOwn && <Text size="sm">{t('lowerings.waits')}</Text>}
        {state === 'open' && isOwn && <TakingBack lowering={lowering} />}
        {state === 'open' && !isOwn && mayDecide && <Deciding lowering={lowering} />}
      </Stack>
    </Card>
  );
}
