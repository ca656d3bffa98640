import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNarrowing } from '../frame/narrowing';
import { Read } from '../frame/Read';
import { Waiting } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { AxisChoice, useAxis } from '../phases/AxisChoice';
import { AsOf } from './AsOf';
import { HeatMap } from './HeatMap';
import { byMost, type Summary, summaryOf, type SummaryRow } from './summary';

/** Themes by addressee. The server counts one theme at a time, so it is only asked for when somebody wants to see it. */
export function ThemeMap({ addressees }: { addressees: SummaryRow[] }) {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const isShown = of('themes') === 'shown';
  return (
    <Stack component="section" gap="sm" aria-labelledby="themes">
      <Group justify="space-between">
        <Title order={2} id="themes">
          {t('overview.themes')}
        </Title>
        {isShown && <AxisChoice />}
      </Group>
      <Text size="sm">{t('overview.themesAbout')}</Text>
      <Button
        variant="default"
        w="fit-content"
        className="no-print"
        aria-expanded={isShown}
        onClick={() => put({ themes: isShown ? undefined : 'shown' })}
      >
        {t(isShown ? 'overview.hideThemes' : 'overview.showThemes')}
      </Button>
      {isShown && <Themes addressees={byMost(addressees)} />}
    </Stack>
  );
}

function Themes({ addressees }: { addressees: SummaryRow[] }) {
  const workspace = useWorkspace();
  const themes = useQuery(summaryOf(workspace, useAxis(), { by: 'theme' }));
  return <Read query={themes}>{(summary) => <Cells summary={summary} addressees={addressees} />}</Read>;
}

function Cells({ summary, addressees }: { summary: Summary; addressees: SummaryRow[] }) {
  const workspace = useWorkspace();
  const axis = summary.axis;
  const themes = byMost(summary.items.filter(({ key }) => key !== null));
  const cells = useQueries({
    queries: themes.map(({ key }) => summaryOf(workspace, axis, { by: 'addressee', theme: [key ?? ''] })),
  });
  if (cells.some(({ isPending }) => isPending)) return <Waiting />;
  return (
    <>
      <HeatMap axis={axis} themes={themes} addressees={addressees} cells={cells.map(({ data }) => data?.items ?? [])} />
      <AsOf summary={summary} />
    </>
  );
}
