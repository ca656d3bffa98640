import { Anchor, Paper, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Outside } from '../sign-in/Outside';
import { OrganizationSignIn } from './OrganizationSignIn';

/** The address that an organization gives its people. */
export function OrganizationPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/sign-in/$code' });
  return (
    <Outside title={t('signIn.organization')}>
      <Text>{t('signIn.about')}</Text>
      <Paper withBorder p="lg">
        <OrganizationSignIn code={code} />
      </Paper>
      <Anchor component={Link} to="/sign-in" underline="always">
        {t('signIn.withPassword')}
      </Anchor>
    </Outside>
  );
}
