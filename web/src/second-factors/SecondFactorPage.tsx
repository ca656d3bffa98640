import { Paper, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries';
import { Read } from '../frame/Read';
import { Outside } from '../sign-in/Outside';
import { SetUpFactor } from './SetUpFactor';

/** Where one is led whose workspace asks for a second factor, until there is one; then on to where one was going. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { next = '/' } = useSearch({ from: '/second-factor' });
  const mine = useQuery(me);
  const goOn = async () => {
    await cache.invalidateQueries({ queryKey: me.queryKey, exact: true });
    await navigate({ to: next });
  };
  return (
    <Outside title={t('secondFactors.needed')}>
      <Text>{t('secondFactors.neededWhy')}</Text>
      <Paper withBorder p="lg">
        <Read query={mine}>
          {({ email }) => (
            <SetUpFactor email={email} onDone={() => void goOn()} onCancel={() => void navigate({ to: '/account' })} />
          )}
        </Read>
      </Paper>
    </Outside>
  );
}
