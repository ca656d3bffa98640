import { Accordion, Badge, Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { FaultList } from './FaultList';
import { dataQuality, type Fault } from './faults';

const ROUTE = '/w/$workspace/data-quality';
const MOST = 1000;

/** What is wrong with the record, by fault: each opens its list, and each thing leads to where it is mended. */
export function DataQualityPage() {
  const { t } = useTranslation();
  const query = useQuery(dataQuality(useWorkspace()));
  return (
    <Page title={t('pages.dataQuality')} about={t('dataQuality.about')}>
      <Read query={query}>{({ faults }) => <Faults faults={faults} />}</Read>
    </Page>
  );
}

function Faults({ faults }: { faults: { fault: Fault; count: number }[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { fault: opened }: { fault?: Fault } = useSearch({ from: ROUTE });
  const open = (fault: string | null) => {
    void navigate({ to: '.', search: { fault: fault ?? undefined }, replace: true, resetScroll: false });
  };
  const wrong = faults.filter(({ count }) => count > 0);
  return (
    <>
      {wrong.length === 0 ? (
        <Empty title={t('dataQuality.sound')}>
          <Text>{t('dataQuality.soundWhy', { count: faults.length })}</Text>
        </Empty>
      ) : (
        <Text>{t('dataQuality.stands', { wrong: wrong.length, count: faults.length })}</Text>
      )}
      <Accordion variant="separated" order={2} value={opened ?? null} onChange={open}>
        {[...wrong, ...faults.filter(({ count }) => count === 0)].map(({ fault, count }) => (
          <Accordion.Item key={fault} value={fault}>
            <Accordion.Control className="no-print">
              <Named fault={fault} count={count} />
            </Accordion.Control>
            <div className="print-only">
              <Named fault={fault} count={count} />
            </div>
            <Accordion.Panel>{opened === fault && <FaultList fault={fault} />}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}

function Named({ fault, count }: { fault: Fault; count: number }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" pr="sm">
      <Text fw={600}>{t(`dataQuality.faults.${fault}`)}</Text>
      <Count count={count} />
    </Group>
  );
}

function Count({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0)
    return (
      <Group gap={4} wrap="nowrap">
        <IconCircleCheck size={16} aria-hidden />
        <Text size="sm">{t('dataQuality.none')}</Text>
      </Group>
    );
  return (
    <Badge color="gray" variant="light" c="inherit" style={{ flex: 'none' }}>
      {count > MOST ? `${String(MOST)}+` : count}
    </Badge>
  );
}
