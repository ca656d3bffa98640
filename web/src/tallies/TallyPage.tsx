import { Blockquote, Button, CopyButton, DataList, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { Page } from '../frame/Page';
import { printWhenRead } from '../frame/print';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';
import type { Phase } from '../phases/phases';
import { Counted } from './Counted';
import { Recount } from './Recount';
import { TakeAway } from './TakeAway';
import { type Tally, tallyOf } from './tally';

export function TallyPage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/tallies/$id' });
  return <Read query={useQuery(tallyOf(workspace, id))}>{(read) => <One tally={read} />}</Read>;
}

function One({ tally }: { tally: Tally }) {
  const { t } = useTranslation();
  const { id, title, sentence, by, recordedAt, number } = tally;
  return (
    <Page
      title={title}
      about={
        <>
          {t('tallies.keptBy', { name: by.name, organization: by.organization.name })} <Instant at={recordedAt} />
        </>
      }
      actions={
        <>
          <CopyButton value={sentence}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'tallies.copied' : 'tallies.copy')}
              </Button>
            )}
          </CopyButton>
          <TakeAway tally={tally} />
          <Button variant="default" onClick={() => void printWhenRead()}>
            {t('tallies.print')}
          </Button>
        </>
      }
    >
      <Blockquote p="md" maw={760}>
        <Text size="lg">{sentence}</Text>
      </Blockquote>
      <Stack component="section" gap="sm" aria-labelledby="asked">
        <Title order={2} id="asked">
          {t('tallies.asked')}
        </Title>
        <Facts tally={tally} />
        <Text size="sm" c="dimmed" maw={760}>
          {t('tallies.shared')}
        </Text>
        <Recount id={id} />
      </Stack>
      <Counted id={id} number={number} />
    </Page>
  );
}

function Facts({ tally }: { tally: Tally }) {
  const { t } = useTranslation();
  const { number, total, axis, phases, unit, from, to, sources, themes, addressees, asOf, knownAt } = tally;
  const named = (things: { name: string }[]) => things.map(({ name }) => name).join(', ');
  const facts: [string, ReactNode][] = [
    [t('tallies.number'), t(`tallies.of.${unit}`, { n: number, total })],
    [t('tallies.what'), `${phases.map((phase) => t(`phases.${phase as Phase}`)).join(', ')} (${t(`axes.${axis}`)})`],
    [
      t('tallies.when'),
      from && to ? (
        <span key="when">
          <When date={from} /> {t('tallies.until')} <When date={to} />
        </span>
      ) : (
        t('tallies.stoodThen')
      ),
    ],
    [t('pages.sources'), named(sources)],
    [t('tallies.themes'), named(themes)],
    [t('pages.addressees'), named(addressees)],
    [t('tallies.asOf'), <When key="as-of" date={asOf} />],
    [t('tallies.knownAt'), <Instant key="known-at" at={knownAt} />],
    [t('tallies.leftOut'), <LeftOut key="left-out" tally={tally} />],
  ];
  return (
    <DataList orientation="vertical" gap="sm">
      {facts
        .filter(([, said]) => Boolean(said))
        .map(([label, said]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{said}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}

const WHY = ['closed', 'unknown', 'broughtIn', 'voided', 'others'] as const;

/** What is not in the number, by why. */
function LeftOut({ tally: { notCounted } }: { tally: Tally }) {
  const { t } = useTranslation();
  const parts = WHY.filter((why) => notCounted[why] > 0).map((why) => t(`tallies.why.${why}`, { n: notCounted[why] }));
  return <>{parts.length > 0 ? parts.join('; ') : t('tallies.nothingLeftOut')}</>;
}
