import { Alert, Code, Stack, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { Instant } from '../dates/When';

/** That what is stored of a piece is damaged or altered, and what to do. The operator finds the file by its number, and needs to know nothing of what is in it. */
export function Damage({ damage: { of, outcome, since }, id }: { damage: Schema['DamageView']; id: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="red"
      icon={<IconFileAlert aria-hidden />}
      title={t(of === 'words' ? 'evidence.damage.signWords' : 'evidence.damage.sign')}
    >
      <Stack gap="xs">
        <Text size="sm">{t(of === 'words' ? 'evidence.damage.words' : `evidence.damage.${of}.${outcome}`)}</Text>
        <Text size="sm" className="breaks">
          {t(of === 'words' ? 'evidence.damage.tellWords' : 'evidence.damage.tellOperator')} <Code>{id}</Code>.{' '}
          {of !== 'words' && t(of === 'file' ? 'evidence.damage.anewFile' : 'evidence.damage.anewCopy')}
        </Text>
        <Text size="sm">
          {t('evidence.damage.since')} <Instant at={since} />
        </Text>
      </Stack>
    </Alert>
  );
}
