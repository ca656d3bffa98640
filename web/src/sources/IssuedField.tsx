import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { When } from '../dates/When';

/** When it was issued: what is known stays as it is said, however precise, until somebody wants to say it anew. */
export function IssuedField({
  read,
  onChange,
}: {
  read: string | null | undefined;
  onChange: (edtf: string | null) => void;
}) {
  const { t } = useTranslation();
  const [isAnew, setAnew] = useState(!read);
  if (isAnew) return <DateField label={t('sources.issuedOn')} isToday={false} onChange={onChange} />;
  const sayAnew = () => {
    setAnew(true);
    onChange(null);
  };
  return (
    <Group gap="sm">
      <Text size="sm">
        {t('sources.issuedOn')}: <When date={read ?? null} />
      </Text>
      <Button size="compact-xs" variant="default" onClick={sayAnew}>
        {t('sources.otherDate')}
      </Button>
    </Group>
  );
}
