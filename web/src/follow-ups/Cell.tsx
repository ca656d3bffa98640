import { Badge, Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Column } from './columns';
import { DueCell } from './DueCell';
import { OwnerCell } from './OwnerCell';
import type { Row } from './row';
import { TrackSign } from './TrackSign';
import { useSayColumn } from './useSayColumn';

const WIDE = new Set<Column>(['recommendation', 'addressee', 'themes']);

export function Cell({ column, row }: { column: Column; row: Row }) {
  const say = useSayColumn();
  const Content = CONTENTS[column];
  return (
    <div role="cell" data-label={say(column)} data-column={column} {...(WIDE.has(column) && { 'data-wide': true })}>
      <Content row={row} />
    </div>
  );
}

type Content = (props: { row: Row }) => ReactNode;

/** What each column shows of a row; one that was chosen a moment ago may have nothing yet. */
const CONTENTS: Record<Column, Content> = {
  recommendation: ({ row }) => (
    <>
      <RecordLink to="recommendations" id={row.recommendation.id} search={{ followUp: row.id }} display="block" py={0}>
        {row.recommendation.title}
      </RecordLink>
      <Text size="xs" c="dimmed">
        {row.recommendation.code}
      </Text>
      {row.closing && <Closed />}
    </>
  ),
  addressee: ({ row: { addressee, members } }) => (
    <>
      <Text size="sm">{addressee.name}</Text>
      {members && <MembersOf members={members} />}
    </>
  ),
  asked: ({ row }) => <YesNo is={row.asked} />,
  response: ({ row }) => <TrackSign track={row.response} />,
  implementation: ({ row }) => <TrackSign track={row.implementation} />,
  due: ({ row }) => <DueCell row={row} />,
  overdue: ({ row }) => <YesNo is={row.overdue} />,
  owner: ({ row }) => <OwnerCell row={row} />,
  contested: ({ row }) => <Contested isSo={row.contested} />,
  moved: ({ row }) => <Text size="sm">{row.movedAt && <Instant at={row.movedAt} />}</Text>,
  themes: ({ row }) => (
    <Group gap={4}>
      {row.themes?.map(({ id, label }) => (
        <Badge key={id} variant="default" size="sm" tt="none">
          {label}
        </Badge>
      ))}
    </Group>
  ),
};

function MembersOf({ members: { count, notFollowed } }: { members: NonNullable<Row['members']> }) {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed">
      {t('followUps.members', { count, notFollowed })}
    </Text>
  );
}

function Closed() {
  const { t } = useTranslation();
  return <Text size="xs">{t('followUps.closed')}</Text>;
}

function YesNo({ is }: { is: boolean | undefined }) {
  const { t } = useTranslation();
  return <Text size="sm">{is === undefined ? '' : is ? t('followUps.yes') : t('followUps.no')}</Text>;
}

function Contested({ isSo }: { isSo: boolean | undefined }) {
  const { t } = useTranslation();
  if (!isSo) return <YesNo is={isSo} />;
  return (
    <Text size="sm">
      <IconArrowsSplit2 size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('followUps.yes')}
    </Text>
  );
}
