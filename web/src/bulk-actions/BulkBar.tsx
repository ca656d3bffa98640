import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../frame/useSelection';
import { useMay } from '../frame/workspace';
import { type Chosen, MOST } from './bulk';
import { ACTS, type Act } from './acts';

const BulkDialog = lazy(() => import('./BulkDialog').then(({ BulkDialog }) => ({ default: BulkDialog })));

interface BulkBarProps {
  selection: Pick<Selection<unknown>, 'isAll' | 'rows' | 'chooseAll' | 'clear'>;
  /** What is chosen. */
  chosen: Chosen;
  /** How many the filters find. */
  count: number;
}

/** What can be done with what is chosen, under the list for as long as anything is. */
export function BulkBar({ selection, chosen, count }: BulkBarProps) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  const isTooMany = chosen.count > MOST;
  const mayOffer = !selection.isAll && selection.rows.size > 0 && count > selection.rows.size;
  return (
    <>
      {chosen.count > 0 && (
        <Paper
          component="section"
          aria-label={t('bulk.title')}
          withBorder
          shadow="md"
          p="xs"
          pos="sticky"
          bottom={{ base: 64, sm: 8 }}
          className="no-print"
          style={{ zIndex: 5 }}
        >
          <Group gap="xs">
            <Text size="sm" fw={600} role="status">
              {t('bulk.chosen', { count: chosen.count })}
            </Text>
            <CloseButton aria-label={t('bulk.clear')} onClick={selection.clear} />
            {mayOffer && count <= MOST && (
              <Button size="compact-sm" variant="subtle" onClick={selection.chooseAll}>
                {t('bulk.chooseAll', { n: count })}
              </Button>
            )}
            {mayOffer && count > MOST && <Text size="xs">{t('bulk.tooManyFound', { n: count, most: MOST })}</Text>}
            <Offers chosen={chosen} isTooMany={isTooMany} onAct={setAct} />
          </Group>
        </Paper>
      )}
      <Suspense>{act && <BulkDialog key={act} act={act} chosen={chosen} onClose={() => setAct(undefined)} />}</Suspense>
    </>
  );
}

/** They need the rows themselves: what all that the filters find belongs to is not known here. */
const OF_ROWS = new Set<Act>(['theme', 'nextStepDone']);

/** What one may not do is not offered. */
function Offers({ chosen, isTooMany, onAct }: { chosen: Chosen; isTooMany: boolean; onAct: (act: Act) => void }) {
  const { t } = useTranslation();
  const may = {
    write: useMay('administrator', 'editor'),
    move: useMay('administrator', 'editor', 'verifier'),
    attach: useMay('administrator', 'editor', 'verifier', 'partner'),
  };
  if (isTooMany) return <Text size="sm">{t('bulk.tooMany', { most: MOST })}</Text>;
  const isFor = (name: Act) => (chosen.asks ? name === 'theme' : !(OF_ROWS.has(name) && chosen.filters));
  const offered = ACTS.filter(({ name, needs }) => may[needs] && isFor(name));
  return (
    <Group gap={6}>
      {offered.map(({ name }) => (
        <Button key={name} size="compact-sm" variant="default" onClick={() => onAct(name)}>
          {t(`bulk.acts.${name}`)}
        </Button>
      ))}
    </Group>
  );
}
