import { Button, NativeSelect, NumberInput, Stack, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubmitEvent } from 'react';
import { changesOf, useDraft } from '../api/draft';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { LANGUAGES } from '../i18n/i18n';
import { AddresseeField } from './AddresseeField';
import { type Addressee, type AddresseeDraft, bodyOf, draftOf, isInLanguage } from './addresseeDraft';
import { KINDS } from './kinds';
import { useSaveAddressee } from './useSaveAddressee';

interface FieldsProps {
  draft: AddresseeDraft;
  put: (change: Partial<AddresseeDraft>) => void;
}

/** Adds an addressee, or changes one that was read. */
export function AddresseeForm({ read, onSaved }: { read?: Addressee; onSaved: (saved: Addressee) => void }) {
  const { t, i18n } = useTranslation();
  const workspace = useWorkspace();
  const { base, draft, put, readAnew } = useDraft(read, [workspace, 'addressees', read?.id], draftOf);
  const saving = useSaveAddressee(base, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const body = bodyOf(draft, base, i18n.language);
    saving.mutate(base ? changesOf(bodyOf(draftOf(base), base, i18n.language), body) : body);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('addressees.kind')}
          value={draft.kind}
          onChange={(event) => put({ kind: event.currentTarget.value as AddresseeDraft['kind'] })}
          data={KINDS.map((value) => ({ value, label: t(`addressees.kinds.${value}`) }))}
        />
        <Names draft={draft} put={put} isInOwn={isInLanguage(base, i18n.language)} />
        <Codes draft={draft} put={put} />
        <TagsInput
          label={t('addressees.aliases')}
          description={t('addressees.aliasesAbout')}
          value={draft.aliases}
          onChange={(aliases) => put({ aliases })}
          maxTags={50}
        />
        {base && (
          <AddresseeField
            label={t('addressees.successor')}
            description={t('addressees.successorAbout')}
            clearable
            none={t('addressees.noSuccessor')}
            without={base.id}
            value={draft.successor}
            onChange={(successor) => put({ successor })}
          />
        )}
        <Refused error={saving.error} readAnew={base && (() => readAnew().then(saving.reset))} />
        <Button type="submit" loading={saving.isPending}>
          {t(base ? 'addressees.save' : 'addressees.add')}
        </Button>
      </Stack>
    </form>
  );
}

/** The server answers with the name in the reader's language where it has one: then that is the one to change here. */
function Names({ draft, put, isInOwn }: FieldsProps & { isInOwn: boolean }) {
  const { t, i18n } = useTranslation();
  const others = Object.entries(LANGUAGES).filter(([language]) => isInOwn || language !== i18n.language);
  return (
    <>
      {!isInOwn && (
        <TextInput
          label={t('addressees.name')}
          description={t('addressees.nameAbout')}
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
      )}
      {others.map(([language, name]) => (
        <TextInput
          key={language}
          label={t('addressees.nameIn', { language: name })}
          maxLength={200}
          value={draft.names[language] ?? ''}
          onChange={(event) => put({ names: { ...draft.names, [language]: event.currentTarget.value } })}
        />
      ))}
    </>
  );
}

function Codes({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  const isState = draft.kind === 'state';
  return (
    <>
      {isState && (
        <TextInput
          label={t('addressees.isoCode')}
          description={t('addressees.isoCodeAbout')}
          required
          maxLength={2}
          value={draft.isoCode}
          onChange={(event) => put({ isoCode: event.currentTarget.value.toUpperCase() })}
        />
      )}
      <TextInput
        label={t('addressees.code')}
        description={t(isState ? 'addressees.codeOfState' : 'addressees.codeAbout')}
        required={!isState}
        maxLength={40}
        value={draft.code}
        onChange={(event) => put({ code: event.currentTarget.value.toUpperCase() })}
      />
      {draft.kind === 'group' && (
        <NumberInput
          label={t('addressees.memberCount')}
          description={t('addressees.memberCountAbout')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={draft.memberCount ?? ''}
          onChange={(count) => put({ memberCount: typeof count === 'number' ? count : null })}
        />
      )}
    </>
  );
}
