import { Group, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddresseeField } from '../addressees/AddresseeField';
import { answer, client } from '../api/client';
import { SearchField } from '../frame/SearchField';
import { useWorkspace } from '../frame/workspace';
import { PHASES } from '../phases/phases';
import { SourceField } from '../sources/SourceField';
import { SORTS, type useNarrowed } from './narrowed';
import type { Row } from './RecommendationsPage';

interface NarrowingProps {
  narrowed: ReturnType<typeof useNarrowed>;
  /** What was found: it names most of what was chosen. */
  rows: Row[];
}

/** Everything that the list can be narrowed to, and its order. What there is to choose from is read when somebody opens it. */
export function Narrowing({ narrowed, rows }: NarrowingProps) {
  const { t } = useTranslation();
  const { source, phase, sort, put } = narrowed;
  const sides = (['response', 'implementation'] as const).map((axis) => ({
    group: t(`axes.${axis}`),
    items: PHASES[axis].map((value) => ({ value, label: t(`phases.${value}`) })),
  }));
  return (
    <Group align="end" className="no-print" role="search" aria-label={t('followUps.filters')}>
      <SearchField label={t('followUps.words')} />
      <ThemeField narrowed={narrowed} rows={rows} />
      <SourceField
        label={t('followUps.choices.source')}
        placeholder={t('engagements.everySource')}
        value={source ?? null}
        known={rows.find((row) => row.source.id === source)?.source}
        onChange={(chosen) => put({ source: chosen ?? undefined })}
      />
      <WithWhom narrowed={narrowed} />
      <Select
        label={t('recommendations.phase')}
        placeholder={t('recommendations.anyPhase')}
        clearable
        clearButtonProps={{ 'aria-label': t('recommendations.anyPhase') }}
        value={phase ?? null}
        data={sides}
        onChange={(chosen) => put({ phase: chosen ?? undefined })}
      />
      <NativeSelect
        label={t('recommendations.order')}
        value={sort}
        data={SORTS.map((value) => ({ value, label: t(`recommendations.orders.${value}`) }))}
        onChange={(event) =>
          put({ sort: event.currentTarget.value === 'code' ? undefined : event.currentTarget.value })
        }
      />
    </Group>
  );
}

/** Every row that was found bears the theme, so that its name is there with them. */
function ThemeField({ narrowed: { theme, put }, rows }: NarrowingProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const known = rows[0]?.themes.find(({ id }) => id === theme);
  const { data } = useQuery({
    queryKey: [workspace, 'themes', 'names'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/themes', {
          params: { path: { workspace }, query: { limit: 200, sort: 'label' } },
        }),
      ),
    enabled: isOpen || (theme !== undefined && !known),
  });
  const themes = data?.items ?? (known ? [known] : []);
  return (
    <Select
      label={t('followUps.choices.theme')}
      placeholder={t('recommendations.everyTheme')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('recommendations.everyTheme') }}
      nothingFoundMessage={t('frame.nothingFound')}
      value={theme ?? null}
      data={themes.map(({ id, label }) => ({ value: id, label }))}
      onDropdownOpen={() => setOpen(true)}
      onChange={(chosen) => put({ theme: chosen ?? undefined })}
    />
  );
}

/** The address names it by its id: its name is read. */
function WithWhom({ narrowed: { addressee: id, put } }: Pick<NarrowingProps, 'narrowed'>) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees/{id}', { params: { path: { workspace, id: id ?? '' } } }),
      ),
    enabled: id !== undefined,
  });
  return (
    <AddresseeField
      label={t('followUps.choices.addressee')}
      placeholder={t('engagements.everyAddressee')}
      clearable
      none={t('engagements.everyAddressee')}
      value={id ? (data ?? null) : null}
      onChange={(chosen) => put({ addressee: chosen?.id })}
    />
  );
}
