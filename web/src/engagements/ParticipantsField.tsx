import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Participant, SIDES } from './engagementDraft';

const MOST = 50;

interface ParticipantsFieldProps {
  value: Participant[];
  onChange: (value: Participant[]) => void;
}

/** Who took part, by role: a name would be one more thing that can leak. */
export function ParticipantsField({ value, onChange }: ParticipantsFieldProps) {
  const { t } = useTranslation();
  const put = (n: number, change: Partial<Participant>) =>
    onChange(value.map((one, at) => (at === n ? { ...one, ...change } : one)));
  return (
    <Fieldset legend={t('engagements.participants')}>
      <Stack gap="sm">
        <Text size="sm">{t('engagements.participantsAbout')}</Text>
        {value.map((one, n) => (
          <Group key={n} gap="xs" align="end">
            <NativeSelect
              flex="1 1 160px"
              label={t('engagements.side', { n: n + 1 })}
              value={one.side}
              onChange={(event) => put(n, { side: event.currentTarget.value as Participant['side'] })}
              data={SIDES.map((side) => ({ value: side, label: t(`engagements.sides.${side}`) }))}
            />
            <TextInput
              label={t('engagements.role', { n: n + 1 })}
              required
              maxLength={200}
              flex="2 1 180px"
              value={one.role}
              onChange={(event) => put(n, { role: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('engagements.removeParticipant', { n: n + 1 })}
              onClick={() => onChange(value.filter((_, at) => at !== n))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {value.length < MOST && (
          <Button
            variant="default"
            size="xs"
            style={{ alignSelf: 'start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...value, { side: 'addressed', role: '' }])}
          >
            {t('engagements.addParticipant')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
