import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Dialog } from '../frame/Dialog';
import { Remove } from '../frame/Remove';
import { MergeInto } from '../merges/MergeInto';
import type { Source } from './sourceDraft';
import { SourceField } from './SourceField';
import { SourceForm } from './SourceForm';

/** What an editor may do with the entry as a whole. */
export function SourceActs({ source }: { source: Source }) {
  const { t } = useTranslation();
  const { id, title } = source;
  return (
    <>
      <Dialog
        label={t('sources.edit')}
        title={t('sources.editOf')}
        isWide
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {(close) => <SourceForm read={source} onSaved={close} />}
      </Dialog>
      <MergeInto of={{ noun: 'source', id, name: title }} field={(choose) => <Kept without={id} choose={choose} />} />
      <Remove
        noun="sources"
        row={source}
        name={(row) => row.title}
        means={t('sources.removeMeans')}
        remove={(workspace, { id, version }) =>
          answer(
            client.DELETE('/api/v1/workspaces/{workspace}/sources/{id}', {
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
  const [kept, setKept] = useState<string | null>(null);
  const take = (id: string | null) => {
    setKept(id);
    choose(id);
  };
  return <SourceField label={t('merges.kept')} without={without} value={kept} onChange={take} />;
}
