import { Flex, Text } from '@mantine/core';
import i18next, { type ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import type { ShownEvent } from './shownEvent';
import { Moved } from './Moved';

/** What there are words for, in this order. */
const FIELDS = [
  'kind',
  'symbol',
  'isoCode',
  'names',
  'aliases',
  'issuedOn',
  'occurredOn',
  'dueOn',
  'endsOn',
  'startsOn',
  'accessedOn',
  'from',
  'until',
  'section',
  'paragraph',
  'priority',
  'nature',
  'confidentiality',
  'language',
  'url',
  'issuers',
  'recipients',
  'copies',
  'asked',
  'basis',
  'reason',
  'stance',
  'roles',
  'role',
  'timeZone',
  'country',
  'memberCount',
  'text',
  'summary',
  'outcome',
  'note',
  'source',
] as const;
type Field = (typeof FIELDS)[number];
type Say = (key: ParseKeys) => string;

/** What an act changed, field by field, as far as the log has it; ids are left to the links. */
export function Details({ event: { action, details } }: { event: ShownEvent }) {
  const { t } = useTranslation();
  if (details === null) return <Text size="sm">{t('audit.erased')}</Text>;
  if (action === 'track.transitioned') return <Moved details={details} />;
  // What was never there was not emptied.
  const isChange = !action.endsWith('.created');
  const lines = FIELDS.filter((name) => name in details && (isChange || details[name] !== null)).map((name) => ({
    name,
    words: said(name, details[name], (key) => t(key)),
  }));
  const shown = lines.filter(({ words }) => words !== undefined);
  if (shown.length === 0) return null;
  return (
    <Flex wrap="wrap" columnGap="md">
      {shown.map(({ name, words }) => (
        <Text key={name} size="sm">
          <Text span c="dimmed" size="sm">
            {t(`audit.fields.${name}`)}:
          </Text>{' '}
          {words}
        </Text>
      ))}
    </Flex>
  );
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const LONGEST = 160;

function said(name: Field, value: unknown, t: Say): ReactNode {
  if (value === null) return t('audit.emptied');
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listed(name, value, t);
  if (typeof value === 'object') return listed(name, Object.values(value), t);
  if (typeof value !== 'string' || ID.test(value)) return undefined;
  if (/(On|Date|from|until)$/.test(name)) return <When date={value} />;
  return inWords(name, value, t) ?? shortened(value);
}

function listed(name: Field, values: unknown[], t: Say): string | undefined {
  const words = values.filter((one): one is string => typeof one === 'string' && !ID.test(one));
  return words.length > 0 ? words.map((one) => inWords(name, one, t) ?? shortened(one)).join(', ') : undefined;
}

/** Kinds, roles, levels and stances are said, not spelt. */
function inWords(name: Field, value: string, t: Say): string | undefined {
  const key = `audit.values.${name}.${value}`;
  return /^[a-z-]+$/.test(value) && i18next.exists(key) ? t(key as ParseKeys) : undefined;
}

const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
