import { Card, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { useMay, useWorkspace } from '../frame/workspace';
import { Documents } from './Documents';
import { READERS } from './intake';
import { ReadForm } from './ReadForm';

/** Where documents come in, and those that did: one goes on with what one began. */
export function IntakePage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const mayRead = useMay(...READERS);
  const show = (id: string) => void navigate({ to: '/w/$workspace/intake/$id', params: { workspace, id } });
  return (
    <Page title={t('intake.title')} about={t('intake.about')}>
      <Stack gap="xl">
        {mayRead ? (
          <Card withBorder className="no-print">
            <ReadForm onRead={({ id }) => show(id)} />
          </Card>
        ) : (
          <Text size="sm">{t('intake.whoReads')}</Text>
        )}
        <Stack component="section" gap="xs" aria-labelledby="documents">
          <Title order={2} id="documents">
            {t('intake.documents')}
          </Title>
          <Documents />
        </Stack>
      </Stack>
    </Page>
  );
}
