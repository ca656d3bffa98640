import { Button, DataList, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { me, queryClient } from '../api/queries';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useMay, useWorkspace } from '../frame/workspace';
import { SecondFactorSetting } from './SecondFactorSetting';
import { settingsOf } from './settings';
import { useSaving } from '../frame/useSaving';

type Settings = Schema['WorkspaceView'];

export function WorkspaceSettings() {
  const workspace = useWorkspace();
  const mayManage = useMay('administrator');
  const settings = useQuery(settingsOf(workspace));
  return (
    <Read query={settings}>
      {(read) =>
        mayManage ? (
          <SettingsForm key={read.version} settings={read} readAnew={() => void settings.refetch()} />
        ) : (
          <Told settings={read} />
        )
      }
    </Read>
  );
}

function Told({ settings: { name, timeZone, languages, keepsCopies, requiresSecondFactor } }: { settings: Settings }) {
  const { t } = useTranslation();
  const facts = [
    [t('administration.name'), name],
    [t('administration.timeZone'), timeZone],
    [t('administration.languages'), languages.join(', ')],
    [
      t('administration.keepsCopies'),
      t(keepsCopies ? 'administration.keepsCopiesOn' : 'administration.keepsCopiesOff'),
    ],
    [t('administration.secondFactor'), requiresSecondFactor ? t('administration.yes') : t('administration.no')],
  ];
  return (
    <Stack>
      <Text size="sm">{t('administration.askAdministrator')}</Text>
      <DataList orientation="vertical">
        {facts.map(([label, said]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{said}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Stack>
  );
}

function SettingsForm({ settings, readAnew }: { settings: Settings; readAnew: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(settings.name);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [languages, setLanguages] = useState(settings.languages);
  const [keepsCopies, setKeepsCopies] = useState(settings.keepsCopies);
  const [requiresSecondFactor, setRequiresSecondFactor] = useState(settings.requiresSecondFactor);
  const saving = useSaving('settings', t('administration.settingsSaved'), (workspace) =>
    answer(
      client.PATCH('/api/v1/workspaces/{workspace}', {
        params: { path: { workspace }, header: ifMatch(settings.version) },
        body: { name, timeZone, languages, keepsCopies, requiresSecondFactor },
      }),
    ),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(undefined, { onSuccess: () => void queryClient.invalidateQueries({ queryKey: me.queryKey }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={480} align="stretch">
        <TextInput
          label={t('administration.name')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('administration.timeZone')}
          description={t('administration.timeZoneHint')}
          searchable
          allowDeselect={false}
          data={[...new Set([settings.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
          limit={60}
          value={timeZone}
          onChange={(zone) => zone && setTimeZone(zone)}
        />
        <TagsInput
          label={t('administration.languages')}
          description={t('administration.languagesHint')}
          required
          value={languages}
          onChange={setLanguages}
        />
        <Switch
          label={t('administration.keepsCopies')}
          description={t('administration.keepsCopiesHint')}
          checked={keepsCopies}
          onChange={(event) => setKeepsCopies(event.currentTarget.checked)}
        />
        <SecondFactorSetting
          isAsked={settings.requiresSecondFactor}
          checked={requiresSecondFactor}
          onChange={setRequiresSecondFactor}
        />
        <Refused error={saving.error} readAnew={readAnew} />
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: 'start' }}>
          {t('administration.save')}
        </Button>
      </Stack>
    </form>
  );
}
