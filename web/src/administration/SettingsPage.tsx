import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { useNarrowing } from '../frame/useNarrowing';
import { Invitations } from './Invitations';
import { Members } from './Members';
import { Organizations } from './Organizations';
import { Themes } from './Themes';
import { WhoMayWhat } from './WhoMayWhat';
import { WorkspaceSettings } from './WorkspaceSettings';

const TABS = {
  members: Members,
  organizations: Organizations,
  invitations: Invitations,
  themes: Themes,
  access: WhoMayWhat,
  workspace: WorkspaceSettings,
};

type Tab = keyof typeof TABS;

/** The part that is open stands in the address. */
export function SettingsPage() {
  const { t } = useTranslation();
  const [{ tab }, put] = useNarrowing('tab');
  return (
    <Page title={t('pages.settings')}>
      <Tabs
        value={tab in TABS ? tab : 'members'}
        onChange={(chosen) => put({ tab: chosen ?? 'members' })}
        keepMounted={false}
      >
        <Tabs.List className="no-print">
          {(Object.keys(TABS) as Tab[]).map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`administration.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {Object.entries(TABS).map(([name, Part]) => (
          <Tabs.Panel key={name} value={name} pt="md">
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
