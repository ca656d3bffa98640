import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { PhaseSign } from '../phases/PhaseSign';
import { AsOf } from './AsOf';
import type { Summary } from './summary';

/** Who gave no reply, the most silent first. */
export function Silence({ said }: { said: Summary }) {
  const { t } = useTranslation();
  const silent = said.items
    .map((row) => ({ ...row, n: row.counts['no-reply'] ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  return (
    <Stack component="section" gap="sm" aria-labelledby="silence">
      <Title order={2} id="silence">
        {t('overview.silence')}
      </Title>
      {silent.length === 0 && <Text size="sm">{t('overview.noSilence')}</Text>}
      <List listStyleType="none" spacing={4}>
        {silent.map(({ key, label, n }) => (
          <List.Item key={key}>
            <FollowUpsLink search={{ addressee: key ?? '', responsePhase: 'no-reply', closed: false }}>
              <PhaseSign phase="no-reply" label={t('overview.silent', { of: label, n })} />
            </FollowUpsLink>
          </List.Item>
        ))}
      </List>
      <AsOf summary={said} />
    </Stack>
  );
}
