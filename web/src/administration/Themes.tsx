import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { Asking } from '../frame/Asking';
import { type Theme, THEMES, THEMES_PATH } from './lists';
import { NameTheme } from './NameTheme';
import { OneThing, Things } from '../frame/OneThing';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';

/** The subjects that recommendations are grouped by, in both languages. */
export function Themes() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayWrite = useMay('administrator', 'editor');
  const [naming, setNaming] = useState<Theme | 'new'>();
  const [removing, setRemoving] = useState<Theme>();
  const themes = useQuery({
    queryKey: [workspace, ...THEMES],
    queryFn: () =>
      answer(client.GET(THEMES_PATH, { params: { path: { workspace }, query: { limit: 200, sort: 'label' } } })),
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
      {naming && <NameTheme theme={naming} close={() => setNaming(undefined)} />}
      {removing && <Removing theme={removing} close={() => setRemoving(undefined)} />}
    </Stack>
  );
}

function Removing({ theme: began, close }: { theme: Theme; close: () => void }) {
  const { t } = useTranslation();
  const { row: theme, isAnew, readAnew } = useRow(THEMES, began, close);
  const removing = useSaving('themes', t('administration.removed', { name: theme.label }), (workspace) =>
    answer(
      client.DELETE(`${THEMES_PATH}/{id}`, {
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
      readAnew={() => readAnew().then(removing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t('administration.removeThemeMeans')}</Text>
    </Asking>
  );
}
