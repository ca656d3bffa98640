import { Button, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** What a link has brought about, and the way on. */
export function Done({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="lg" role="status">
      <Stack align="flex-start">
        <Text>{words}</Text>
        <Button component={Link} to="/sign-in">
          {t('signIn.enter')}
        </Button>
      </Stack>
    </Paper>
  );
}
