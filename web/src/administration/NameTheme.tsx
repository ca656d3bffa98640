import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Asking } from '../frame/Asking';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';
import { THEMES, type Theme, THEMES_PATH } from './lists';

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

/** Names a theme in both languages, or names it anew. */
export function NameTheme({ theme, close }: { theme: Theme | 'new'; close: () => void }) {
  const { t } = useTranslation();
  const { row: known, isAnew, readAnew } = useRow(THEMES, theme === 'new' ? undefined : theme, close);
  const [label, setLabel] = useState(known?.label ?? '');
  const [korean, setKorean] = useState(known?.labels['ko'] ?? '');
  const theirs = isAnew ? known?.labels['ko'] : undefined;
  const { ko: _before, ...others } = known?.labels ?? {};
  const labels = korean.trim() ? { ...others, ko: korean.trim() } : others;
  const saving = useSaving('themes', t('administration.themeSaved', { label }), (workspace) =>
    known
      ? answer(
          client.PATCH(`${THEMES_PATH}/{id}`, {
            params: { path: { workspace, id: known.id }, header: ifMatch(known.version) },
            body: { label, labels },
          }),
        )
      : answer(
          client.POST(THEMES_PATH, { params: { path: { workspace } }, body: { code: codeFrom(label), label, labels } }),
        ),
  );
  return (
    <Asking
      title={known ? t('administration.renameNamed', { name: known.label }) : t('administration.addTheme')}
      act={t('administration.save')}
      saving={saving}
      readAnew={() => readAnew().then(saving.reset)}
      isAnew={isAnew}
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
        description={theirs !== undefined && theirs !== korean && t('administration.isNow', { name: theirs })}
        maxLength={120}
        lang="ko"
        value={korean}
        onChange={(event) => setKorean(event.currentTarget.value)}
      />
    </Asking>
  );
}
