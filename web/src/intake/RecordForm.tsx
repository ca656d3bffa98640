import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import { Refused } from '../frame/Refused';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { SourceMain, SourceMore } from '../sources/SourceFields';
import { DeliveryField } from './DeliveryField';
import type { Intake, Meant, Proposal } from './intake';
import { NameField } from './NameField';
import { outcomeOf } from './outcome';
import { draftFor, keepDraft, type NameDraft, type RecordDraft, unclearIn } from './record-draft';
import { useIsInRecord } from './useIsInRecord';
import { useRecording } from './useRecording';
import { Warnings, WhatHappens } from './WhatHappens';

interface RecordFormProps {
  intake: Intake;
  proposals: Proposal[];
  names: Meant[];
}

/** The source, whom unclear names mean, the letter; under it what will happen, and the act. */
export function RecordForm({ intake, proposals, names }: RecordFormProps) {
  const { t } = useTranslation();
  const unclear = unclearIn(proposals, names);
  const [typed, setTyped] = useState(() => draftFor(intake, unclear, names));
  // Others may accept more meanwhile: names that are new are asked for too.
  const draft: RecordDraft = { ...typed, names: draftFor(intake, unclear, names).names };
  const recording = useRecording(intake.id);
  const isRecorded = useIsInRecord(intake);
  const isOwn = () => recording.isPending || recording.data?.length === 0;
  useToldWhenGone(() => !isOwn() && isRecorded(), t('intake.recordedMeanwhile'));
  const put = (change: Partial<RecordDraft>) => {
    const next = { ...draft, ...change };
    keepDraft(intake.id, next);
    setTyped(next);
    if (recording.data) recording.reset();
  };
  const putName = (name: string, change: Partial<NameDraft>) => {
    const said = draft.names[name];
    if (said) put({ names: { ...draft.names, [name]: { ...said, ...change } } });
  };
  const outcome = outcomeOf(proposals, names, draft);
  const same = recording.data ?? [];
  const isUndated = draft.isDelivered && draft.occurredOn === null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isUndated) return;
    recording.mutate({ draft, isAnother: same.length > 0 });
  };
  return (
    <form onSubmit={submit} aria-label={t('intake.recordTitle')}>
      <Stack gap="xl" maw={820}>
        <Part title={t('intake.theSource')}>
          {intake.asSource && <Text size="sm">{t('intake.readOffIt')}</Text>}
          <SourceMain draft={draft.source} put={(change) => put({ source: { ...draft.source, ...change } })} />
          <TextInput
            label={t('intake.codePrefix')}
            description={t('intake.codePrefixAbout', { prefix: draft.codePrefix })}
            required
            maxLength={40}
            w={260}
            value={draft.codePrefix}
            onChange={(event) => put({ codePrefix: event.currentTarget.value })}
          />
          <details open={isTold(intake)}>
            <summary>{t('intake.moreOfSource')}</summary>
            <Stack mt="sm">
              <SourceMore draft={draft.source} put={(change) => put({ source: { ...draft.source, ...change } })} />
            </Stack>
          </details>
        </Part>
        {unclear.length > 0 && (
          <Part title={t('intake.whoAreThey')}>
            {unclear.map((meant) => {
              const said = draft.names[meant.name];
              return (
                said && (
                  <NameField key={meant.name} meant={meant} said={said} put={(change) => putName(meant.name, change)} />
                )
              );
            })}
          </Part>
        )}
        <Part title={t('intake.delivery')}>
          <DeliveryField draft={draft} put={put} asked={outcome.asked} />
        </Part>
        <Part title={t('intake.whatWillHappen')}>
          <WhatHappens outcome={outcome} draft={draft} />
          <Warnings outcome={outcome} />
          <Refused error={recording.error} />
          <Alike sources={same} />
          <Group>
            <Button type="submit" loading={recording.isPending}>
              {t(same.length > 0 ? 'intake.recordAnyway' : 'intake.record')}
            </Button>
          </Group>
        </Part>
      </Stack>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}

function Alike({ sources }: { sources: { id: string; title: string }[] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <Alert role="alert" color="yellow" c="inherit" title={t('intake.calledAlike')}>
      <Text size="sm">{t('intake.calledAlikeWhy')}</Text>
      {sources.map(({ id, title }) => (
        <RecordLink key={id} to="sources" id={id}>
          {title}
        </RecordLink>
      ))}
    </Alert>
  );
}

/** What was read off the document is shown to whoever answers for it. */
const isTold = ({ asSource }: Intake): boolean => Boolean(asSource?.symbol ?? asSource?.mechanism);
