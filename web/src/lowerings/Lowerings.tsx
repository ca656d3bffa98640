import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Piece } from '../evidence/piece';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { Unfolding } from '../frame/Unfolding';
import { useMay, useMembership } from '../frame/workspace';
import { AskLowering } from './AskLowering';
import { Deciding, TakingBack } from './Deciding';
import { type Lowering, useLowerings } from './lowerings';

/** How more people come to read a piece: what waits for a second person is read at once, what was asked before when somebody wants to see it. */
export function Lowerings({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const mayLower = useMay('administrator', 'editor', 'verifier');
  if (piece.isLoweringAsked)
    return (
      <Stack component="section" gap="xs" aria-labelledby="lowerings" align="flex-start">
        <Title order={2} id="lowerings">
          {t('lowerings.title')}
        </Title>
        <Asks piece={piece} />
      </Stack>
    );
  return (
    <Unfolding
      title={t('lowerings.title')}
      about={mayLower ? t('lowerings.before') : t('lowerings.whoAsks')}
      acts={
        mayLower &&
        piece.confidentiality !== 'public' && (
          <Dialog label={t('lowerings.ask')} variant="default" isWide>
            {(close) => <AskLowering piece={piece} close={close} />}
          </Dialog>
        )
      }
    >
      <Asks piece={piece} />
    </Unfolding>
  );
}

function Asks({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  return (
    <Read query={useLowerings(piece.id)}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm">{t('lowerings.nothing')}</Text>
        ) : (
          items.map((one) => <Asked key={one.id} piece={piece} lowering={one} />)
        )
      }
    </Read>
  );
}

function Asked({ piece, lowering }: { piece: Piece; lowering: Lowering }) {
  const { t } = useTranslation();
  const { id, organization } = useMembership();
  const mayDecide = useMay('administrator', 'editor', 'verifier');
  const { requestedBy, to, state, reason, recordedAt, checklist, decidedBy, decisionReason } = lowering;
  const isOwn = requestedBy.id === id;
  // What only one organization will read is decided by one of its people.
  const isTheirs = to !== 'organization' || piece.enteredBy.organization.id === organization.id;
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
        {state === 'open' && !isOwn && mayDecide && isTheirs && <Deciding lowering={lowering} />}
        {state === 'open' && !isOwn && !mayDecide && <Text size="sm">{t('lowerings.whoDecides')}</Text>}
        {state === 'open' && !isOwn && mayDecide && !isTheirs && (
          <Text size="sm">{t('lowerings.ownDecides', { organization: piece.enteredBy.organization.name })}</Text>
        )}
      </Stack>
    </Card>
  );
}
