// What stands in a page's place while it is on its way, is missing, or could not be had.

import { Alert, Button, Center, Container, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih={240} role="status" aria-label={t('frame.loading')}>
      <Loader type="dots" />
    </Center>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl">
      <Stack align="flex-start">
        <Title order={1}>{t('frame.missing')}</Title>
        <Text>{t('frame.missingWhy')}</Text>
        <Button component={Link} to="/">
          {t('frame.toStart')}
        </Button>
      </Stack>
    </Container>
  );
}

/** In the server's own words where it has any. */
export function Broken({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : undefined;
  // What an address has that the server doesn't understand was cut off or mistyped: to ask again would not help.
  if (problem?.status === 404 || problem?.status === 400) return <Missing />;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={problem?.title || t('frame.failed')} my="md">
      <Stack align="flex-start" gap="xs">
        <Text size="sm">{problem && problem.status > 0 ? problem.message : t('frame.failedWhy')}</Text>
        {reset && (
          <Button size="xs" variant="default" onClick={reset}>
            {t('frame.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** An empty page says what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="flex-start" gap="xs" py="lg">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
