import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { WhenSeen } from '../frame/WhenSeen';
import { useWorkspace } from '../frame/workspace';
import { AxisChoice, useAxis } from '../phases/AxisChoice';
import { AsOf } from './AsOf';
import { HeatMap } from './HeatMap';
import { byMost, summaryOf, type SummaryRow } from './summary';

/** Themes by addressee, counted in one answer. */
export function ThemeMap({ addressees }: { addressees: SummaryRow[] }) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="themes">
      <Group justify="space-between">
        <Title order={2} id="themes">
          {t('overview.themes')}
        </Title>
        <AxisChoice />
      </Group>
      <Text size="sm">{t('overview.themesAbout')}</Text>
      <WhenSeen>
        <Themes addressees={byMost(addressees)} />
      </WhenSeen>
    </Stack>
  );
}

function Themes({ addressees }: { addressees: SummaryRow[] }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const themes = useQuery(summaryOf(workspace, useAxis(), { by: 'theme', across: 'addressee' }));
  return (
    <Read query={themes}>
      {(summary) => {
        const rows = byMost(summary.items.filter(({ key, cells }) => key !== null && cells?.length));
        if (rows.length === 0) return <Text size="sm">{t('overview.noThemes')}</Text>;
        return (
          <>
            <HeatMap axis={summary.axis} themes={rows} addressees={addressees} />
            <AsOf summary={summary} />
          </>
        );
      }}
    </Read>
  );
}
