import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../frame/workspace';
import type { Level } from './levels';
import { useWhoReads } from './readers';

/** So many are named one by one; of more it is enough to know how many. */
const NAMED_AT_MOST = 6;

/** Before anything is saved: how many people will be able to open it, and who they are. */
export function WhoReads({ level }: { level: Level }) {
  const { t, i18n } = useTranslation();
  const { id } = useMembership();
  const members = useWhoReads(level);
  if (!members) return null;
  const count = members.length;
  if (level === 'restricted') return <Text size="sm">{t('readers.onlyYou')}</Text>;
  const names = members.map((one) => (one.id === id ? t('readers.you', { name: one.name }) : one.name));
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  return (
    <Text size="sm">
      {count > NAMED_AT_MOST ? t('readers.willRead', { count }) : t('readers.willReadNamed', { count, names: list })}
    </Text>
  );
}
