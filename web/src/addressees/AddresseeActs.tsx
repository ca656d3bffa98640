import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Dialog } from '../frame/Dialog';
import { Remove } from '../frame/Remove';
import { MergeInto } from '../merges/MergeInto';
import type { Addressee } from './addresseeDraft';
import { AddresseeField } from './AddresseeField';
import { AddresseeForm } from './AddresseeForm';
import type { Named } from './named';

/** What an editor may do with the entry as a whole. */
export function AddresseeActs({ addressee }: { addressee: Addressee }) {
  const { t } = useTranslation();
  const { id, name } = addressee;
  return (
    <>
      <Dialog
        label={t('addressees.edit')}
        title={t('addressees.editOf', { name })}
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {(close) => <AddresseeForm read={addressee} onSaved={close} />}
      </Dialog>
      <MergeInto of={{ noun: 'addressee', id, name }} field={(choose) => <Kept without={id} choose={choose} />} />
      <Remove
        noun="addressees"
        row={addressee}
        name={(row) => row.name}
        means={t('addressees.removeMeans')}
        remove={(workspace, { id, version }) =>
          answer(
            client.DELETE('/api/v1/workspaces/{workspace}/addressees/{id}', {
              params: { path: { workspace, id }, header: ifMatch(version) },
            }),
          )
        }
      />
    </>
  );
}

function Kept({ without, choose }: { without: string; choose: (id: string | null) => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<Named | null>(null);
  const take = (one: Named | null) => {
    setKept(one);
    choose(one?.id ?? null);
  };
  return <AddresseeField label={t('merges.kept')} without={without} value={kept} onChange={take} />;
}
