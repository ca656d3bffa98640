import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface OpensAloneProps {
  name: string;
  count: number;
  isAccepted: boolean;
  accept: (isAccepted: boolean) => void;
}

/** Before somebody goes: how much evidence nobody else can open, how another is named, and what an end at once leaves closed. */
export function OpensAlone({ name, count, isAccepted, accept }: OpensAloneProps) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" icon={<IconLock aria-hidden />} title={t('administration.opensAlone', { name, count })}>
      <Stack gap="xs">
        <Text size="sm">{t('administration.opensAloneAsk', { name })}</Text>
        <Text size="sm">{t('administration.opensAloneNow')}</Text>
        <Checkbox
          label={t('administration.leaveClosed', { count })}
          required
          checked={isAccepted}
          onChange={(event) => accept(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  );
}
