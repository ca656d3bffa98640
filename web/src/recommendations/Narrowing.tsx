import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenAddressee } from '../addressees/ChosenAddressee';
import { Filters } from '../frame/Filters';
import { SearchField } from '../frame/SearchField';
import { CameTo } from '../phases/CameTo';
import { PHASES } from '../phases/phases';
import { SourceField } from '../sources/SourceField';
import { NOTHING, SORTS, type useNarrowed } from './narrowed';
import type { Row } from './RecommendationsPage';
import { useThemes } from './themes';

interface NarrowingProps {
  narrowed: ReturnType<typeof useNarrowed>;
  /** What was found: it names most of what was chosen. */
  rows: Row[];
  /** How many were found, as soon as that is known. */
  count: number | undefined;
}

/** Everything that the list can be narrowed to, and its order. What there is to choose from is read when somebody opens it. */
export function Narrowing({ narrowed, rows, count }: NarrowingProps) {
  const { t } = useTranslation();
  const { filters, source, addressee, phase, came, isReviewDue, sort, put } = narrowed;
  const { q, from: _from, to: _to, ...others } = filters;
  const sides = (['response', 'implementation'] as const).map((axis) => ({
    group: t(`axes.${axis}`),
    items: PHASES[axis].map((value) => ({ value, label: t(`phases.${value}`) })),
  }));
  return (
    <Filters
      words={<SearchField label={t('followUps.words')} />}
      hasWords={q !== undefined}
      n={Object.keys(others).length}
      onClear={() => put(NOTHING)}
      count={count}
    >
      <ThemeField narrowed={narrowed} rows={rows} />
      <SourceField
        label={t('followUps.choices.source')}
        placeholder={t('engagements.everySource')}
        value={source ?? null}
        known={rows.find((row) => row.source.id === source)?.source}
        onChange={(chosen) => put({ source: chosen ?? undefined })}
      />
      <ChosenAddressee
        label={t('followUps.choices.addressee')}
        id={addressee}
        known={[]}
        onChange={(id) => put({ addressee: id })}
      />
      <Select
        label={t('recommendations.phase')}
        placeholder={t('recommendations.anyPhase')}
        clearable
        clearButtonProps={{ 'aria-label': t('recommendations.anyPhase') }}
        value={phase ?? null}
        data={sides}
        onChange={(chosen) => put({ phase: chosen ?? undefined })}
      />
      <CameTo came={came} put={(next) => put({ entered: next?.phase, from: next?.from, to: next?.to })} />
      <Checkbox
        label={t('recommendations.reviewDue')}
        checked={isReviewDue}
        onChange={(event) => put({ review: event.currentTarget.checked ? 'due' : undefined })}
        mb={8}
      />
      <NativeSelect
        label={t('recommendations.order')}
        value={sort}
        data={SORTS.map((value) => ({ value, label: t(`recommendations.orders.${value}`) }))}
        onChange={(event) =>
          put({ sort: event.currentTarget.value === 'code' ? undefined : event.currentTarget.value })
        }
      />
    </Filters>
  );
}

/** Every row that was found bears the theme, so that its name is there with them. */
function ThemeField({ narrowed: { theme, put }, rows }: Pick<NarrowingProps, 'narrowed' | 'rows'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const known = rows[0]?.themes.find(({ id }) => id === theme);
  const themes = useThemes(isOpen || (theme !== undefined && !known)) ?? (known ? [known] : []);
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
