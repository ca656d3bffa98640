import { Button, Group, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf } from '../api/draft';
import { DateField } from '../dates/DateField';
import type { Said } from './calls';
import type { Proposal } from './intake';
import { NamesField } from './NamesField';
import { useBackToRow } from './useBackToRow';

interface EditProposalProps {
  proposal: Proposal;
  isPending: boolean;
  onSave: (changes: Said) => void;
  onClose: () => void;
}

type Draft = ReturnType<typeof draftOf>;
interface FieldsProps {
  draft: Draft;
  put: (change: Partial<Draft>) => void;
}

/** What is known of an ask, to be set right. Its words are those of the document and stay. */
export function EditProposal({ proposal, isPending, onSave, onClose }: EditProposalProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(proposal));
  const form = useBackToRow();
  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const changes = changesOf(bodyOf(draftOf(proposal)), bodyOf(draft));
    if (Object.keys(changes).length > 0) onSave(changes);
    else onClose();
  };
  return (
    <form ref={form} onSubmit={submit} aria-label={t('intake.edit')}>
      <Stack gap="sm">
        <Whom draft={draft} put={put} />
        <TextInput
          label={t('intake.shortTitle')}
          description={t('intake.shortTitleAbout')}
          required
          maxLength={300}
          value={draft.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <Facts draft={draft} put={put} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isPending}>
            {t('intake.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Whom({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NamesField
        label={t('intake.addressees')}
        value={draft.addressees}
        onChange={(addressees) => put({ addressees })}
        hasFocus
      />
      <NamesField
        label={t('intake.through')}
        description={t('intake.throughAbout')}
        value={draft.through}
        onChange={(through) => put({ through })}
      />
      <NamesField
        label={t('intake.targets')}
        description={t('intake.targetsAbout')}
        value={draft.targets}
        onChange={(targets) => put({ targets })}
      />
    </>
  );
}

function Facts({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('intake.section')}
          maxLength={300}
          value={draft.section}
          onChange={(event) => put({ section: event.currentTarget.value })}
        />
        <TextInput
          label={t('intake.label')}
          maxLength={100}
          value={draft.label}
          onChange={(event) => put({ label: event.currentTarget.value })}
        />
      </SimpleGrid>
      <TagsInput
        label={t('intake.by')}
        description={t('intake.byAbout')}
        splitChars={[]}
        maxTags={200}
        value={draft.by}
        onChange={(by) => put({ by })}
      />
      <DateField label={t('intake.due')} start={draft.due} onChange={(due) => put({ due })} />
      <Textarea
        label={t('intake.parts')}
        description={t('intake.partsAbout')}
        autosize
        minRows={2}
        value={draft.parts}
        onChange={(event) => put({ parts: event.currentTarget.value })}
      />
    </>
  );
}

const draftOf = ({ title, addressees, targets, through, section, label, by, due, parts }: Proposal) => ({
  title,
  addressees,
  targets,
  through,
  section: section ?? '',
  label: label ?? '',
  by,
  due,
  parts: parts.join('\n'),
});

const bodyOf = ({ section, label, parts, ...draft }: Draft): Said => ({
  ...draft,
  section: section.trim() || null,
  label: label.trim() || null,
  parts: parts
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean),
});
