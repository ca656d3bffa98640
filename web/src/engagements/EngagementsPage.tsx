import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChosenAddressee } from '../addressees/ChosenAddressee';
import { Dialog } from '../frame/Dialog';
import { Filters } from '../frame/Filters';
import { Found } from '../frame/Found';
import { KindFilter } from '../frame/KindFilter';
import { idIn, oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { useMay, useWorkspace } from '../frame/workspace';
import { SourceField } from '../sources/SourceField';
import { KINDS } from './engagementDraft';
import { EngagementForm } from './EngagementForm';
import { EngagementRows } from './EngagementRows';
import { useEngagements } from './useEngagements';

/** Letters, meetings and everything else that was done to have recommendations heeded. */
export function EngagementsPage() {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const narrowed = { kind: oneOf(KINDS, of('kind')), addressee: idIn(of('addressee')), source: idIn(of('source')) };
  const pages = useEngagements(narrowed, 30);
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('pages.engagements')}
      about={t(mayWrite ? 'engagements.about' : 'engagements.aboutAsk')}
      actions={mayWrite && <Add />}
    >
      <Filters
        n={Object.values(narrowed).filter(Boolean).length}
        onClear={() => put({ kind: undefined, addressee: undefined, source: undefined })}
        count={pages.count}
      >
        <KindFilter
          label={t('engagements.kind')}
          every={t('engagements.everyKind')}
          kinds={KINDS}
          say={(kind) => t(`engagements.kinds.${kind}`)}
        />
        <ChosenAddressee
          label={t('engagements.addressee')}
          id={narrowed.addressee}
          known={pages.data && pages.items.flatMap(({ byAddressee, addressees }) => [byAddressee, ...addressees])}
          onChange={(addressee) => put({ addressee })}
        />
        <SourceField
          label={t('engagements.fromSource')}
          placeholder={t('engagements.everySource')}
          value={narrowed.source ?? null}
          onChange={(source) => put({ source: source ?? undefined })}
        />
      </Filters>
      <Found pages={pages} none={t('engagements.none')} noneWhy={t('engagements.noneWhy')}>
        <EngagementRows rows={pages.items} />
      </Found>
    </Page>
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
