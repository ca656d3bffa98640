import { Badge, Button, Card, Group as Row, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { KEEPERS } from '../inbox/inbox';
import { Inbox } from '../inbox/Inbox';
import { type Group, forMe } from './for-me';
import { Line } from './Line';

const MOST = 100;

/** The first page after sign-in: what waits for one, each one act away. */
export function ForMePage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const hasInbox = useMay(...KEEPERS);
  const query = useQuery(forMe(workspace));
  const lists = <Read query={query}>{(groups) => <Lists groups={groups} />}</Read>;
  return <Page title={t('pages.forMe')}>{hasInbox ? <Inbox>{lists}</Inbox> : lists}</Page>;
}

function Lists({ groups }: { groups: Group[] }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const waiting = groups.filter(({ count }) => count > 0);
  if (waiting.length > 0) return waiting.map((group) => <Kind key={group.kind} group={group} />);
  return (
    <Empty title={t('forMe.nothing')}>
      <Text>{t('forMe.nothingWhy')}</Text>
      <Button
        variant="default"
        renderRoot={(props) => <Link {...props} to="/w/$workspace/follow-ups" params={{ workspace }} />}
      >
        {t('forMe.toFollowUps')}
      </Button>
    </Empty>
  );
}

function Kind({ group: { kind, count, items } }: { group: Group }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Stack gap="xs" component="section" aria-label={t(`forMe.kinds.${kind}`)}>
      <Row justify="space-between">
        <Row gap="xs">
          <Title order={2}>{t(`forMe.kinds.${kind}`)}</Title>
          <Badge color="gray" variant="light" c="inherit">
            {count > MOST ? `${String(MOST)}+` : count}
          </Badge>
        </Row>
        {kind === 'to-verify' && (
          <Button
            size="xs"
            renderRoot={(props) => <Link {...props} to="/w/$workspace/review" params={{ workspace }} />}
          >
            {t('forMe.oneByOne')}
          </Button>
        )}
        {kind === 'overdue' && (
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => (
              <Link {...props} to="/w/$workspace/follow-ups" params={{ workspace }} search={{ overdue: true }} />
            )}
          >
            {t('forMe.allOverdue')}
          </Button>
        )}
      </Row>
      {items.map((item) => (
        <Card key={item.id} withBorder p="sm" component="article">
          <Line kind={kind} item={item} />
        </Card>
      ))}
    </Stack>
  );
}
