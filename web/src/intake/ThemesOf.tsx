import { Group, MultiSelect, Pill, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useThemes } from '../recommendations/themes';
import type { Proposal } from './intake';
import type { Linking } from './linking';

interface ThemesOfProps {
  proposal: Proposal;
  linking: Linking | undefined;
}

/** What it speaks of: proposed by its words, chosen by people. */
export function ThemesOf({ proposal: { themes }, linking }: ThemesOfProps) {
  const { t } = useTranslation();
  if (linking) return <ThemesField themes={themes} linking={linking} />;
  if (themes.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm" fw={500}>
        {t('intake.themes')}
      </Text>
      {themes.map(({ id, label }) => (
        <Pill key={id}>{label}</Pill>
      ))}
    </Group>
  );
}

function ThemesField({ themes, linking }: { themes: Proposal['themes']; linking: Linking }) {
  const { t } = useTranslation();
  const known = useThemes() ?? [];
  const all = [...known, ...themes.filter((one) => !known.some(({ id }) => id === one.id))];
  return (
    <MultiSelect
      size="xs"
      label={t('intake.themes')}
      description={t('intake.themesAbout')}
      className="no-print"
      searchable
      hidePickedOptions
      maxValues={50}
      value={themes.map(({ id }) => id)}
      data={all.map(({ id, label }) => ({ value: id, label }))}
      nothingFoundMessage={t('frame.nothingFound')}
      onChange={(chosen) => linking.setThemes(chosen)}
    />
  );
}
