import { MultiSelect } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { useMembers } from '../administration/lists';
import { today } from '../dates/dates';
import { useMembership } from '../frame/workspace';

interface MentionsFieldProps {
  ref: Ref<HTMLInputElement>;
  value: string[];
  onChange: (ids: string[]) => void;
  /** Those who stand there already: they are named before the members are read. */
  known: Schema['ActorView'][];
}

/**
 * Whom a comment speaks to, picked from the members. Names stand here and not in the text: to readers of other organizations
 * people go by other names.
 */
export function MentionsField({ ref, value, onChange, known }: MentionsFieldProps) {
  const { t } = useTranslation();
  const { id: own } = useMembership();
  const members = useMembers();
  const day = today();
  const isHere = ({ id, endsOn }: { id: string; endsOn: string | null }) =>
    id !== own && (endsOn === null || endsOn >= day);
  const listed = members.data?.items.filter(isHere) ?? [];
  const people = [...listed, ...known.filter(({ id }) => !listed.some((one) => one.id === id))];
  return (
    <MultiSelect
      ref={ref}
      label={t('comments.mentions')}
      description={t('comments.mentionsAbout')}
      searchable
      openOnFocus
      clearable
      hidePickedOptions
      maxValues={20}
      nothingFoundMessage={t('comments.nobodyFits')}
      value={value}
      onChange={onChange}
      data={people.map(({ id, name, organization }) => ({ value: id, label: `${name}, ${organization.name}` }))}
    />
  );
}
