import { Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AddresseeField } from '../addressees/AddresseeField';
import { answer, client } from '../api/client';
import { Dialog } from '../frame/Dialog';
import { Found } from '../frame/Found';
import { KindFilter } from '../frame/KindFilter';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { useMay, useWorkspace } from '../frame/workspace';
import { SourceField } from '../sources/SourceField';
import { KINDS } from './engagementDraft';
import { EngagementForm } from './EngagementForm';
import { EngagementRows } from './EngagementRows';
import { type EngagementRow, useEngagements } from './useEngagements';

/** Letters, meetings and everything else that was done to have recommendations heeded. */
export function EngagementsPage() {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const pages = useEngagements(
    { kind: oneOf(KINDS, of('kind')), addressee: idIn(of('addressee')), source: idIn(of('source')) },
    30,
  );
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('pages.engagements')}
      about={t(mayWrite ? 'engagements.about' : 'engagements.aboutAsk')}
      actions={mayWrite && <Add />}
    >
      <Group align="end" className="no-print">
        <KindFilter
          label={t('engagements.kind')}
          every={t('engagements.everyKind')}
          kinds={KINDS}
          say={(kind) => t(`engagements.kinds.${kind}`)}
        />
        <WithWhom rows={pages.data && pages.items} />
        <SourceField
          label={t('engagements.fromSource')}
          placeholder={t('engagements.everySource')}
          value={idIn(of('source')) ?? null}
          onChange={(source) => put({ source: source ?? undefined })}
        />
      </Group>
      <Found pages={pages} none={t('engagements.none')} noneWhy={t('engagements.noneWhy')}>
        <EngagementRows rows={pages.items} />
      </Found>
    </Page>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idIn = (value: string | undefined): string | undefined => (UUID.test(value ?? '') ? value : undefined);

/** The address names it by its id: its name stands in what was found, or is read. */
function WithWhom({ rows }: { rows: EngagementRow[] | undefined }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { of, put } = useNarrowing();
  const id = idIn(of('addressee'));
  const named = rows?.flatMap(({ byAddressee, addressees }) => [byAddressee, ...addressees]);
  const found = named?.find((one) => one?.id === id);
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees/{id}', { params: { path: { workspace, id: id ?? '' } } }),
      ),
    enabled: id !== undefined && rows !== undefined && !found,
  });
  return (
    <AddresseeField
      label={t('engagements.addressee')}
      placeholder={t('engagements.everyAddressee')}
      clearable
      none={t('engagements.everyAddressee')}
      value={id ? (found ?? data ?? null) : null}
      onChange={(chosen) => put({ addressee: chosen?.id })}
    />
  );
}

function Add() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const show = (id: string) => void navigate({ to: '/w/$workspace/engagements/$id', params: { workspace, id } });
  return (
    <Dialog label={t('engagements.add')} isWide leftSection={<IconPlus size={16} aria-hidden />}>
      {() => <EngagementForm onSaved={({ id }) => show(id)} />}
    </Dialog>
  );
}
