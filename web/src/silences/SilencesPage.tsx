import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChosenAddressee } from '../addressees/ChosenAddressee';
import { usePages } from '../api/pages';
import { Filters } from '../frame/Filters';
import { Found } from '../frame/Found';
import { idIn, oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { useWorkspace } from '../frame/workspace';
import { readSilences, SORTS } from './silences';
import { SilenceRows } from './SilenceRows';

const AT_ONCE = 30;

/** Everybody who was asked and has not answered: since when, what was asked, and how often. */
export function SilencesPage() {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const sort = oneOf(SORTS, of('sort')) ?? 'since';
  const addressee = idIn(of('addressee'));
  const pages = useSilences(addressee, sort);
  return (
    <Page title={t('silences.title')} about={t('silences.about')}>
      <Filters n={addressee ? 1 : 0} onClear={() => put({ addressee: undefined })} count={pages.count}>
        <ChosenAddressee
          label={t('followUps.choices.addressee')}
          id={addressee}
          known={pages.data && pages.items.map((one) => one.addressee)}
          onChange={(id) => put({ addressee: id })}
        />
        <NativeSelect
          label={t('recommendations.order')}
          value={sort}
          data={SORTS.map((value) => ({ value, label: t(`silences.orders.${value}`) }))}
          onChange={(event) =>
            put({ sort: event.currentTarget.value === 'since' ? undefined : event.currentTarget.value })
          }
        />
      </Filters>
      <Found pages={pages} none={t('silences.none')} noneWhy={t('overview.noSilence')}>
        <SilenceRows rows={pages.items} />
      </Found>
    </Page>
  );
}

function useSilences(addressee: string | undefined, sort: (typeof SORTS)[number]) {
  const workspace = useWorkspace();
  return usePages([workspace, 'follow-ups', 'silences', { addressee, sort }], (cursor) =>
    readSilences(workspace, { limit: AT_ONCE, sort, cursor, addressee: addressee ? [addressee] : undefined }),
  );
}
