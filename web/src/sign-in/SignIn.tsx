import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrganizationSignIn } from '../identity-providers/OrganizationSignIn';
import { Outside } from './Outside';
import { SignInForm } from './SignInForm';

/** What one signs in with, and what for. */
export function SignIn({ onDone }: { onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  return (
    <Outside title={t('signIn.title')} heading="Heed">
      <Text>{t('signIn.about')}</Text>
      <Paper withBorder p="lg">
        <SignInForm onDone={onDone} />
      </Paper>
      <OrganizationSignIn />
      <Text size="sm" c="dimmed">
        {t('signIn.lost')}
      </Text>
    </Outside>
  );
}
