import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { OneFactor } from './OneFactor';
import { RecoveryCodes } from './RecoveryCodes';
import { secondFactors } from './secondFactors';
import { SetUpApp } from './SetUpApp';

/** What one has besides the password, and what stands in for it when it is lost. */
export function SecondFactors({ email }: { email: string }) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const factors = useQuery(secondFactors);
  return (
    <section aria-labelledby="second-factors">
      <Title order={2} id="second-factors">
        {t('secondFactors.title')}
      </Title>
      <Text size="sm" mb="xs">
        {t('secondFactors.why')}
      </Text>
      <Read query={factors}>
        {({ items }) => (
          <Stack gap="xs" align="stretch">
            {items.length === 0 && !isAdding && <Text>{t('secondFactors.none')}</Text>}
            {items.map((factor) => (
              <OneFactor key={factor.id} factor={factor} isLast={items.length === 1} />
            ))}
            {isAdding ? (
              <Paper withBorder p="md">
                <SetUpApp email={email} onDone={() => setIsAdding(false)} onCancel={() => setIsAdding(false)} />
              </Paper>
            ) : (
              <Button
                variant={items.length === 0 ? 'filled' : 'default'}
                className="no-print"
                style={{ alignSelf: 'start' }}
                onClick={() => setIsAdding(true)}
              >
                {items.length === 0 ? t('secondFactors.add') : t('secondFactors.addAnother')}
              </Button>
            )}
            {items.length > 0 && !isAdding && <RecoveryCodes email={email} />}
          </Stack>
        )}
      </Read>
    </section>
  );
}
