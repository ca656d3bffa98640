import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { Found } from '../frame/Found';
import { Page } from '../frame/Page';
import { RecordLink } from '../frame/RecordLink';
import { useMay } from '../frame/workspace';
import { KeepTally } from './KeepTally';
import { type TallyRow, useTallies } from './tally';

/** Numbers that were counted and kept, the newest first. */
export function TalliesPage() {
  const { t } = useTranslation();
  const pages = useTallies();
  const mayKeep = useMay('administrator', 'editor', 'verifier', 'partner');
  return (
    <Page
      title={t('pages.tallies')}
      about={t(mayKeep ? 'tallies.lead' : 'tallies.leadAsk')}
      actions={mayKeep && <KeepTally />}
    >
      <Found pages={pages} none={t('tallies.none')} noneWhy={t(mayKeep ? 'tallies.noneWhy' : 'tallies.leadAsk')}>
        <List listStyleType="none" spacing="lg">
          {pages.items.map((row) => (
            <List.Item key={row.id}>
              <Row row={row} />
            </List.Item>
          ))}
        </List>
      </Found>
    </Page>
  );
}

function Row({ row: { id, title, sentence, by, recordedAt } }: { row: TallyRow }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2} maw={760}>
      <RecordLink to="tallies" id={id} fw={600}>
        {title}
      </RecordLink>
      <Text size="sm">{sentence}</Text>
      <Text size="xs" c="dimmed">
        {t('tallies.keptBy', { name: by.name, organization: by.organization.name })} <Instant at={recordedAt} />
      </Text>
    </Stack>
  );
}
