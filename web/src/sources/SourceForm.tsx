import { Button, NativeSelect, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, useDraft } from '../api/draft';
import { DateField } from '../dates/DateField';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { bodyOf, draftOf, KINDS, type Source, type SourceDraft } from './sourceDraft';
import { useSaveSource } from './useSaveSource';

interface FieldsProps {
  draft: SourceDraft;
  put: (change: Partial<SourceDraft>) => void;
}

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
        <TextInput
          label={t('sources.name')}
          description={t('sources.nameAbout')}
          required
          maxLength={500}
          value={draft.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('sources.kind')}
          value={draft.kind}
          onChange={(event) => put({ kind: event.currentTarget.value as SourceDraft['kind'] })}
          data={KINDS.map((value) => ({ value, label: t(`sources.kinds.${value}`) }))}
        />
        <DateField
          key={base?.version}
          label={t('sources.issuedOn')}
          start={draft.issuedOn}
          onChange={(issuedOn) => put({ issuedOn })}
        />
        <People draft={draft} put={put} />
        <Origin draft={draft} put={put} />
        <Textarea
          label={t('sources.note')}
          autosize
          minRows={2}
          maxLength={5000}
          value={draft.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <Refused error={saving.error} readAnew={base && (() => void readAnew().then(saving.reset))} />
        <Button type="submit" loading={saving.isPending}>
          {t(base ? 'sources.save' : 'sources.add')}
        </Button>
      </Stack>
    </form>
  );
}

function People({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (['issuers', 'recipients', 'copies'] as const).map((name) => (
    <TagsInput
      key={name}
      label={t(`sources.${name}`)}
      description={t('sources.oneByOne')}
      splitChars={[]}
      value={draft[name]}
      onChange={(names) => put({ [name]: names })}
      maxTags={100}
    />
  ));
}

function Origin({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('sources.url')}
        type="url"
        maxLength={2000}
        value={draft.url}
        onChange={(event) => put({ url: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['accessedOn', 'language', 'symbol', 'mechanism', 'cycle', 'session'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`sources.${name}`)}
            type={name === 'accessedOn' ? 'date' : 'text'}
            maxLength={name === 'accessedOn' ? undefined : LONGEST[name]}
            value={draft[name]}
            onChange={(event) => put({ [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </>
  );
}

const LONGEST = { language: 35, symbol: 100, mechanism: 120, cycle: 60, session: 120 } as const;
