import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { Asking } from '../frame/Asking';
import { OneThing, Things } from '../frame/OneThing';
import { useSaving } from '../frame/useSaving';

type Theme = Schema['ThemeView'];
const path = '/api/v1/workspaces/{workspace}/themes';

/** The subjects that recommendations are grouped by, in both languages. */
export function Themes() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayWrite = useMay('administrator', 'editor');
  const [naming, setNaming] = useState<Theme | 'new'>();
  const [removing, setRemoving] = useState<Theme>();
  const themes = useQuery({
    queryKey: [workspace, 'themes', 'settings'],
    queryFn: () => answer(client.GET(path, { params: { path: { workspace }, query: { limit: 200, sort: 'label' } } })),
  });
  return (
    <Stack>
      {mayWrite ? (
        <Group className="no-print">
          <Button onClick={() => setNaming('new')}>{t('administration.addTheme')}</Button>
        </Group>
      ) : (
        <Text size="sm">{t('administration.askEditor')}</Text>
      )}
      <Read query={themes}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('administration.noThemes')}>
              {mayWrite && <Text>{t('administration.themesFirst')}</Text>}
            </Empty>
          ) : (
            <Things>
              {items.map((theme) => (
                <OneThing
                  key={theme.id}
                  acts={
                    mayWrite && (
                      <>
                        <Button size="xs" variant="default" onClick={() => setNaming(theme)}>
                          {t('administration.rename')}
                        </Button>
                        <Button size="xs" variant="default" onClick={() => setRemoving(theme)}>
                          {t('administration.remove')}
                        </Button>
                      </>
                    )
                  }
                >
                  <Text fw={600}>{theme.label}</Text>
                  <Text size="sm" lang={theme.labels['ko'] ? 'ko' : undefined}>
                    {theme.labels['ko'] ?? t('administration.noKorean')}
                  </Text>
                </OneThing>
              ))}
            </Things>
          )
        }
      </Read>
      {naming && <Naming theme={naming} close={() => setNaming(undefined)} />}
      {removing && <Removing theme={removing} close={() => setRemoving(undefined)} />}
    </Stack>
  );
}

/** Programs know a theme by a code of its own; it comes from the first name, and stays when that changes. */
function codeFrom(label: string): string {
  const code = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return code || `theme-${Date.now().toString(36)}`;
}

function Naming({ theme, close }: { theme: Theme | 'new'; close: () => void }) {
  const { t } = useTranslation();
  const known = theme === 'new' ? undefined : theme;
  const [label, setLabel] = useState(known?.label ?? '');
  const [korean, setKorean] = useState(known?.labels['ko'] ?? '');
  const { ko: _before, ...others } = known?.labels ?? {};
  const labels = korean.trim() ? { ...others, ko: korean.trim() } : others;
  const saving = useSaving('themes', t('administration.themeSaved', { label }), (workspace) =>
    known
      ? answer(
          client.PATCH(`${path}/{id}`, {
            params: { path: { workspace, id: known.id }, header: ifMatch(known.version) },
            body: { label, labels },
          }),
        )
      : answer(client.POST(path, { params: { path: { workspace } }, body: { code: codeFrom(label), label, labels } })),
  );
  return (
    <Asking
      title={known ? t('administration.renameNamed', { name: known.label }) : t('administration.addTheme')}
      act={t('administration.save')}
      saving={saving}
      close={close}
    >
      <TextInput
        label={t('administration.inEnglish')}
        required
        maxLength={120}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('administration.inKorean')}
        maxLength={120}
        lang="ko"
        value={korean}
        onChange={(event) => setKorean(event.currentTarget.value)}
      />
    </Asking>
  );
}

function Removing({ theme, close }: { theme: Theme; close: () => void }) {
  const { t } = useTranslation();
  const removing = useSaving('themes', t('administration.removed', { name: theme.label }), (workspace) =>
    answer(
      client.DELETE(`${path}/{id}`, {
        params: { path: { workspace, id: theme.id }, header: ifMatch(theme.version) },
      }),
    ),
  );
  return (
    <Asking
      title={t('administration.removeNamed', { name: theme.label })}
      act={t('administration.remove')}
      isDangerous
      saving={removing}
      close={close}
    >
      <Text size="sm">{t('administration.removeThemeMeans')}</Text>
    </Asking>
  );
}
