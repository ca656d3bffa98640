import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { defaultParseSearch, Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useMay, useWorkspace } from '../frame/workspace';
import { ChangeViews } from './ChangeViews';
import { KeepView } from './KeepView';

/** Views that the reader keeps, as tabs: each is an address, and can be sent to others as it is. */
export function SavedViews() {
  const mayKeep = useMay('administrator', 'editor', 'verifier', 'partner');
  return mayKeep ? <Own /> : null;
}

function Own() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isChanging, setIsChanging] = useState(false);
  const address = useAddress();
  const { data } = useQuery({
    queryKey: [workspace, 'saved-views'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/saved-views', {
          params: { path: { workspace }, query: { limit: 200 } },
        }),
      ),
  });
  const views = (data?.items ?? []).filter((view) => pageOf(view.address) === pageOf(address));
  return (
    <Group component="nav" gap={6} aria-label={t('savedViews.title')} className="no-print">
      <Tab address={pageOf(address)} isCurrent={address === pageOf(address)}>
        {t('savedViews.all')}
      </Tab>
      {views.map((view) => (
        <Tab key={view.id} address={view.address} isCurrent={view.address === address}>
          {view.name}
        </Tab>
      ))}
      <KeepView address={address} />
      {views.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setIsChanging(true)}>
          {t('savedViews.change')}
        </Button>
      )}
      <ChangeViews views={views} address={address} isOpen={isChanging} onClose={() => setIsChanging(false)} />
    </Group>
  );
}

function Tab({ address, isCurrent, children }: { address: string; isCurrent: boolean; children: string }) {
  const workspace = useWorkspace();
  const [page = '', search = ''] = address.split('?');
  return (
    <Button
      size="compact-sm"
      variant={isCurrent ? 'filled' : 'default'}
      maw="100%"
      renderRoot={(props) => (
        <Link
          {...props}
          {...(isCurrent ? { 'aria-current': 'page' as const } : { 'aria-current': undefined })}
          to={`/w/$workspace${page}` as '/w/$workspace/follow-ups'}
          params={{ workspace }}
          search={defaultParseSearch(search)}
        />
      )}
    >
      {children}
    </Button>
  );
}

const pageOf = (address: string): string => address.split('?')[0] ?? '';

/** The page as it stands in its address, after the workspace's name. */
function useAddress(): string {
  const workspace = useWorkspace();
  const { pathname, searchStr } = useLocation();
  return pathname.replace(`/w/${workspace}`, '') + searchStr;
}
