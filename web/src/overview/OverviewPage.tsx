import { Button, Grid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { KeepTally } from '../tallies/KeepTally';
import { Lately } from './Lately';
import { Progress } from './Progress';
import { Silence } from './Silence';
import { type Summary, summaryOf } from './summary';
import { ThemeMap } from './ThemeMap';
import { Totals } from './Totals';

export function OverviewPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayKeep = useMay('administrator', 'editor', 'verifier', 'partner');
  const response = useQuery(summaryOf(workspace, 'response', { by: 'addressee' }));
  const implementation = useQuery(summaryOf(workspace, 'implementation', { by: 'addressee' }));
  return (
    <Page title={t('overview.title')} about={t('overview.about')} actions={mayKeep && <KeepTally variant="default" />}>
      <Read query={response}>
        {(said) => <Read query={implementation}>{(done) => <Overview said={said} done={done} />}</Read>}
      </Read>
    </Page>
  );
}

function Overview({ said, done }: { said: Summary; done: Summary }) {
  if (done.items.length === 0) return <Nothing />;
  return (
    <Stack gap="xl">
      <Totals said={said.items} done={done.items} />
      <Progress said={said} done={done} />
      <ThemeMap addressees={done.items} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Lately />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Silence />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Empty title={t('overview.empty')}>
      <Text>{t(mayWrite ? 'overview.emptyFirst' : 'overview.emptyAsk')}</Text>
      {mayWrite && (
        <Button component={Link} to={`/w/${workspace}/sources`}>
          {t('overview.toSources')}
        </Button>
      )}
    </Empty>
  );
}
