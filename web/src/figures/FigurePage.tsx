import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { useIs, useMay, useWorkspace } from '../frame/workspace';
import { type Indicator, indicatorOf, useObservations } from './figure';
import { FigureActs } from './FigureActs';
import { ObservationTable } from './ObservationTable';
import { RangeChart } from './RangeChart';
import { useSayNumber } from './useSayFigure';

export function FigurePage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/figures/$id' });
  return <Read query={useQuery(indicatorOf(workspace, id))}>{(read) => <One indicator={read} />}</Read>;
}

function One({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  const writes = useIs('administrator', 'editor');
  const say = useSayNumber();
  const { title, unit, baseline, target, note } = indicator;
  const facts = [
    t('figures.inUnit', { unit }),
    baseline !== null && t('figures.baselineIs', { value: say(baseline) }),
    target !== null && t('figures.targetIs', { value: say(target) }),
    !writes && t('figures.whoChanges'),
  ];
  return (
    <Page
      title={title}
      about={facts.filter(Boolean).join(' · ')}
      actions={mayWrite && <FigureActs indicator={indicator} />}
    >
      {note && (
        <Text maw={760} style={{ whiteSpace: 'pre-line' }}>
          {note}
        </Text>
      )}
      <Said indicator={indicator} />
      <Asks indicator={indicator} />
    </Page>
  );
}

/** The chart and the table beside it are of the same figures, in the same order. */
function Said({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const pages = useObservations(indicator.id);
  return (
    <Stack component="section" gap="sm" aria-labelledby="said">
      <Title order={2} id="said">
        {t('figures.said')}
      </Title>
      <Read query={pages}>
        {() =>
          pages.items.length === 0 ? (
            <Text size="sm">{t('figures.nothingYet')}</Text>
          ) : (
            <>
              <RangeChart indicator={indicator} observations={pages.items} />
              <ObservationTable indicator={indicator} observations={pages.items} />
              <ShowMore pages={pages} />
            </>
          )
        }
      </Read>
    </Stack>
  );
}

function Asks({ indicator: { recommendations } }: { indicator: Indicator }) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="figure-asks">
      <Title order={2} id="figure-asks">
        {t('figures.asks')}
      </Title>
      {recommendations.length === 0 && <Text size="sm">{t('figures.noAsks')}</Text>}
      <List size="sm" listStyleType="none">
        {recommendations.map(({ id, code, title }) => (
          <List.Item key={id}>
            <RecordLink to="recommendations" id={id}>
              {code} {title}
            </RecordLink>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
