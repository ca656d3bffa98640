import { Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Asking } from '../frame/Asking';
import { useChanging } from './secondFactors';

/** `isLast`: without it the password alone is left. */
export function OneFactor({ factor, isLast }: { factor: Schema['SecondFactorView']; isLast: boolean }) {
  const { t } = useTranslation();
  const { id, kind, name, createdAt, usedAt } = factor;
  const [isOpen, { open, close }] = useDisclosure(false);
  const removing = useChanging<undefined, unknown>(
    () => answer(client.DELETE('/api/v1/me/second-factors/{id}', { params: { path: { id } } })),
    () => notifications.show({ message: t('secondFactors.removed', { name }) }),
  );
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm">
            {t(`secondFactors.${kind}`)}, <Instant at={createdAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {usedAt ? (
              <>
                {t('account.lastUsed')} <Instant at={usedAt} />
              </>
            ) : (
              t('secondFactors.neverUsed')
            )}
          </Text>
        </div>
        <Button size="xs" variant="default" className="no-print" onClick={open}>
          {t('secondFactors.remove')}
        </Button>
      </Group>
      {isOpen && (
        <Asking
          title={t('secondFactors.removeNamed', { name })}
          act={t('secondFactors.remove')}
          isDangerous
          saving={removing}
          close={close}
        >
          <Text size="sm">{t('secondFactors.removeMeans')}</Text>
          {isLast && <Text size="sm">{t('secondFactors.removeLast')}</Text>}
        </Asking>
      )}
    </Paper>
  );
}
