import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { type BasisMove, type TallyItem, useItems } from './tally';

/** Everything that was counted, and how one knows: who claimed, who verified, on which evidence. */
export function Counted({ id, number }: { id: string; number: number }) {
  const { t } = useTranslation();
  const pages = useItems(id);
  return (
    <Stack component="section" gap="sm" aria-labelledby="counted">
      <Title order={2} id="counted">
        {t('tallies.counted')}
      </Title>
      <Read query={pages}>
        {() => (
          <>
            {number === 0 && <Text size="sm">{t('tallies.nothingCounted')}</Text>}
            {number > 0 && pages.items.length === 0 && <Text size="sm">{t('tallies.noneToSee')}</Text>}
            <List listStyleType="none" spacing="md">
              {pages.items.map((item) => (
                <List.Item key={item.id}>
                  <Item item={item} />
                </List.Item>
              ))}
            </List>
            <ShowMore pages={pages} />
          </>
        )}
      </Read>
    </Stack>
  );
}

function Item({ item: { recommendation, followUp, moves } }: { item: TallyItem }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <RecordLink
        to="recommendations"
        id={recommendation.id}
        search={followUp ? { followUp: followUp.id } : {}}
        fw={600}
      >
        {recommendation.code} {recommendation.title}
      </RecordLink>
      {followUp && <Text size="sm">{followUp.addressee.name}</Text>}
      {moves.map((move) => (
        <Stack key={move.transitionId} gap={2} pl="md">
          {move.before && <Move move={move.before} isBefore />}
          <Move move={move} />
        </Stack>
      ))}
      {moves.length === 0 && (
        <Text size="sm" pl="md">
          {t('tallies.neverMoved')}
        </Text>
      )}
    </Stack>
  );
}

function Move({ move, isBefore = false }: { move: BasisMove; isBefore?: boolean }) {
  const { t } = useTranslation();
  const { label, occurredOn, by, recordedAt, evidence } = move;
  return (
    <Text size="sm" component="div" c={isBefore ? 'dimmed' : undefined}>
      <Text span fw={isBefore ? 400 : 600} size="sm">
        {label}
      </Text>
      {', '}
      <When date={occurredOn} />
      {': '}
      {t('tallies.recordedBy', { name: by.name, organization: by.organization.name })} <Instant at={recordedAt} />
      {evidence.length > 0 && (
        <List size="sm" withPadding>
          {evidence.map(({ id, title }) => (
            <List.Item key={id}>
              <RecordLink to="evidence" id={id}>
                {title ?? t('evidence.untitled.withdrawn')}
              </RecordLink>
            </List.Item>
          ))}
        </List>
      )}
    </Text>
  );
}
