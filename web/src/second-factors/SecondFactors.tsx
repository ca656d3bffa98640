import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { OneFactor } from './OneFactor';
import { whyNoPasskeys } from './passkeys';
import { RecoveryCodes } from './RecoveryCodes';
import { secondFactors } from './secondFactors';
import { type Kind, SetUpFactor } from './SetUpFactor';

/** What one has besides the password, and what stands in for it when it is lost. */
export function SecondFactors({ email }: { email: string }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<Kind>();
  const why = whyNoPasskeys();
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
            {items.length === 0 && !adding && <Text>{t('secondFactors.none')}</Text>}
            {items.map((factor) => (
              <OneFactor key={factor.id} factor={factor} isLast={items.length === 1} />
            ))}
            {adding ? (
              <Paper withBorder p="md">
                <SetUpFactor
                  email={email}
                  kind={adding}
                  onDone={() => setAdding(undefined)}
                  onCancel={() => setAdding(undefined)}
                />
              </Paper>
            ) : (
              <Group gap="xs" className="no-print">
                <Button variant={items.length === 0 ? 'filled' : 'default'} onClick={() => setAdding('authenticator')}>
                  {items.length === 0 ? t('secondFactors.add') : t('secondFactors.addAnother')}
                </Button>
                {!why && (
                  <Button variant="default" onClick={() => setAdding('passkey')}>
                    {t('secondFactors.addPasskey')}
                  </Button>
                )}
              </Group>
            )}
            {items.length > 0 && !adding && <RecoveryCodes email={email} />}
          </Stack>
        )}
      </Read>
    </section>
  );
}
