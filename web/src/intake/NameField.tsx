import { Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddresseeField } from '../addressees/AddresseeField';
import { KINDS } from '../addressees/kinds';
import type { Meant } from './intake';
import { HOWS, type NameDraft } from './record-draft';

interface NameFieldProps {
  meant: Meant;
  said: NameDraft;
  put: (change: Partial<NameDraft>) => void;
}

/** Whom a name of the document means: an addressee that is made, one that there is, or nobody. */
export function NameField({ meant, said, put }: NameFieldProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="sm" role="group" aria-label={meant.name}>
      <Stack gap="xs">
        <div>
          <Text fw={650}>{meant.name}</Text>
          <Text size="xs" c="dimmed">
            {t(meant.addressees.length > 1 ? 'intake.severalCalled' : 'intake.nobodyCalled', {
              count: meant.proposals,
            })}
          </Text>
        </div>
        <Group gap="xs" align="end">
          <NativeSelect
            label={t('intake.whoIsMeant')}
            value={said.how}
            onChange={(event) => put({ how: event.currentTarget.value as NameDraft['how'] })}
            data={HOWS.map((value) => ({ value, label: t(`intake.hows.${value}`) }))}
          />
          {said.how === 'create' && <NewAddressee said={said} put={put} />}
          {said.how === 'known' && (
            <AddresseeField
              label={t('intake.addressee')}
              required
              value={said.known}
              onChange={(known) => put({ known })}
            />
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function NewAddressee({ said, put }: Omit<NameFieldProps, 'meant'>) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('addressees.kind')}
        value={said.kind}
        onChange={(event) => put({ kind: event.currentTarget.value as NameDraft['kind'] })}
        data={KINDS.map((value) => ({ value, label: t(`addressees.kinds.${value}`) }))}
      />
      {said.kind === 'state' && (
        <TextInput
          label={t('addressees.isoCode')}
          required
          w={110}
          maxLength={2}
          value={said.isoCode}
          onChange={(event) => {
            const isoCode = event.currentTarget.value.toUpperCase();
            put({ isoCode, code: isoCode });
          }}
        />
      )}
      <TextInput
        label={t('addressees.code')}
        required
        w={120}
        maxLength={40}
        value={said.code}
        onChange={(event) => put({ code: event.currentTarget.value.toUpperCase() })}
      />
    </>
  );
}
