import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { PHASES } from '../phases/phases';
import type { Filters } from './filters';

const ORDERS = ['dueOn', '-movedAt'] as const;

interface NarrowingProps {
  filters: Filters;
  put: (change: Partial<Filters>) => void;
}

/** What the list is narrowed to; each choice is in the address at once. */
export function Narrowing({ filters, put }: NarrowingProps) {
  const { t } = useTranslation();
  const all = { value: '', label: t('followUps.all') };
  const addressees = useAddressees();
  const isNarrowed = Object.entries(filters).some(([name, value]) => name !== 'sort' && value);
  return (
    <Group gap="sm" align="end" role="search" aria-label={t('followUps.filters')} className="no-print">
      <NativeSelect
        label={t('followUps.addressee')}
        value={filters.addressee ?? ''}
        onChange={(event) => {
          put({ addressee: event.currentTarget.value });
        }}
        data={[all, ...addressees.map(({ id, name }) => ({ value: id, label: name }))]}
        maw={220}
      />
      {(['response', 'implementation'] as const).map((side) => (
        <NativeSelect
          key={side}
          label={t(`axes.${side}`)}
          value={filters[`${side}Phase`] ?? ''}
          onChange={(event) => {
            put({ [`${side}Phase`]: event.currentTarget.value });
          }}
          data={[all, ...PHASES[side].map((phase) => ({ value: phase, label: t(`phases.${phase}`) }))]}
        />
      ))}
      <NativeSelect
        label={t('followUps.sort')}
        value={filters.sort}
        onChange={(event) => {
          put({ sort: event.currentTarget.value as Filters['sort'] });
        }}
        data={ORDERS.map((value) => ({ value, label: t(`followUps.orders.${value}`) }))}
      />
      <Checkbox
        mb={8}
        label={t('followUps.onlyOverdue')}
        checked={filters.overdue ?? false}
        onChange={(event) => {
          put({ overdue: event.currentTarget.checked });
        }}
      />
      <Checkbox
        mb={8}
        label={t('followUps.withClosed')}
        checked={filters.closed ?? false}
        onChange={(event) => {
          put({ closed: event.currentTarget.checked });
        }}
      />
      {isNarrowed && (
        <Button
          variant="subtle"
          onClick={() => {
            put({
              addressee: '',
              theme: '',
              source: '',
              owner: '',
              responsePhase: '',
              implementationPhase: '',
              overdue: false,
              closed: false,
            });
          }}
        >
          {t('followUps.clear')}
        </Button>
      )}
    </Group>
  );
}

function useAddressees() {
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', 'names'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees', {
          params: { path: { workspace }, query: { limit: 200, sort: 'name', fields: ['id', 'name'] } },
        }),
      ),
  });
  return data?.items ?? [];
}
