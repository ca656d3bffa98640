import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { AddresseeField } from './AddresseeField';
import type { Named } from './named';

interface ChosenAddresseeProps {
  label: string;
  /** The one that the address names by its id. */
  id: string | undefined;
  /** Where its name may stand already; nothing for as long as that is read. */
  known: readonly (Named | null)[] | undefined;
  onChange: (id: string | undefined) => void;
}

/** Narrows a list to one addressee. Where no row of the list names it, its name is read. */
export function ChosenAddressee({ label, id, known, onChange }: ChosenAddresseeProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const found = known?.find((one) => one?.id === id);
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees/{id}', { params: { path: { workspace, id: id ?? '' } } }),
      ),
    enabled: id !== undefined && known !== undefined && !found,
  });
  return (
    <AddresseeField
      label={label}
      placeholder={t('engagements.everyAddressee')}
      clearable
      none={t('engagements.everyAddressee')}
      value={id ? (found ?? data ?? null) : null}
      onChange={(chosen) => onChange(chosen?.id)}
    />
  );
}
