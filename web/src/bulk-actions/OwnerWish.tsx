import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../administration/lists';
import type { WishProps } from './wish';

/** Who looks after them from now on. */
export function OwnerWish({ onWish }: WishProps) {
  const { t } = useTranslation();
  const members = useMembers();
  const nobody = { value: '', label: t('followUps.noOwner') };
  return (
    <Select
      label={t('bulk.newOwner')}
      searchable
      data={[nobody, ...(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(value) => onWish(value === null ? undefined : { owner: { ownerId: value || null } })}
      nothingFoundMessage={t('frame.nothingFound')}
    />
  );
}
