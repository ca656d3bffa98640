import { NativeSelect, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { KINDS, type SourceDraft } from './sourceDraft';

interface FieldsProps {
  draft: SourceDraft;
  put: (change: Partial<SourceDraft>) => void;
}

/** What it is called, what it is and when it was issued: that much is known of every source. */
export function SourceMain({ draft, put, version }: FieldsProps & { version?: number | undefined }) {
  const { t } = useTranslation();
  return (
    <>
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
        key={version}
        label={t('sources.issuedOn')}
        start={draft.issuedOn}
        onChange={(issuedOn) => put({ issuedOn })}
      />
    </>
  );
}

/** From whom to whom, where it can be read, and whatever else is known of it. */
export function SourceMore({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
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
