import { Button, Stack } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, useDraft } from '../api/draft';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { SourceMain, SourceMore } from './SourceFields';
import { bodyOf, draftOf, type Source } from './sourceDraft';
import { useSaveSource } from './useSaveSource';

/** Adds a source, or changes one that was read. */
export function SourceForm({ read, onSaved }: { read?: Source; onSaved: (saved: Source) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { base, draft, put, readAnew } = useDraft(read, [workspace, 'sources', read?.id], draftOf);
  const saving = useSaveSource(base, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(base ? changesOf(bodyOf(draftOf(base)), bodyOf(draft)) : bodyOf(draft));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SourceMain draft={draft} put={put} version={base?.version} />
        <SourceMore draft={draft} put={put} />
        <Refused error={saving.error} readAnew={base && (() => readAnew().then(saving.reset))} />
        <Button type="submit" loading={saving.isPending}>
          {t(base ? 'sources.save' : 'sources.add')}
        </Button>
      </Stack>
    </form>
  );
}
