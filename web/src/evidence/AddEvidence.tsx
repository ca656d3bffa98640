import { Button, Collapse, Group, NativeSelect, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import type { InboxItem } from '../inbox/inbox';
import { Kept } from '../inbox/Kept';
import { useMay } from '../frame/workspace';
import { DetailFields } from './DetailFields';
import { addressIn, type Draft, EMPTY, kindOf, TERMS, titleOf } from './draft';
import { LevelField } from './LevelField';
import { LEVELS } from './levels';
import { LevelSign } from './LevelSign';
import { type Added, useAdding } from './useAdding';
import { WhatField } from './WhatField';
import { WhoReads } from './WhoReads';

interface AddEvidenceProps {
  /** From the inbox: the form is filled with it. */
  kept?: InboxItem | undefined;
  onAdded: (piece: Added) => void;
  onCancel: () => void;
}

/** Brings a piece: one sentence and a link, a file, or what somebody said. The rest is asked when it is wanted. */
export function AddEvidence({ kept, onAdded, onCancel }: AddEvidenceProps) {
  const { t } = useTranslation();
  const isProposing = !useMay('administrator', 'editor');
  const [draft, setDraft] = useState<Draft>(() => (kept ? { ...EMPTY, kept, what: kept.text } : EMPTY));
  const [isMore, { toggle }] = useDisclosure(false);
  const adding = useAdding(onAdded);
  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A form within a drawer over another form saves only itself.
    event.stopPropagation();
    adding.mutate(draft);
  };
  const kind = kindOf(draft);
  return (
    <form onSubmit={submit} aria-label={t('evidence.add')}>
      <Stack gap="sm">
        {kept ? <Kept item={kept} /> : <WhatField draft={draft} put={put} />}
        <KindLine draft={draft} />
        <TextInput
          label={t('evidence.title')}
          description={t('evidence.titleHint')}
          required
          maxLength={500}
          value={titleOf(draft)}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Text size="sm">{t('evidence.readBy')}</Text>
          <LevelSign level={draft.confidentiality} />
        </Group>
        <WhoReads level={draft.confidentiality} />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={toggle}
          aria-expanded={isMore}
          style={{ alignSelf: 'start' }}
        >
          {isMore ? t('evidence.lessDetails') : t('evidence.moreDetails')}
        </Button>
        <Collapse expanded={isMore}>
          <MoreFields draft={draft} put={put} />
        </Collapse>
        {isProposing && <Text size="sm">{t('evidence.willBeProposed')}</Text>}
        <Refused error={adding.error} />
        {adding.isCancelled && <Text role="status">{t('evidence.cancelled')}</Text>}
        {adding.isPending && draft.file && <OnItsWay sent={adding.sent} cancel={adding.cancel} />}
        <Group gap="xs">
          <Button type="submit" loading={adding.isPending} disabled={!kind}>
            {t('evidence.save')}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={adding.isPending}>
            {t('evidence.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** As what it will be kept, so that nobody wonders. */
function KindLine({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const kind = kindOf(draft);
  if (!kind) return null;
  const host = kind === 'link' && URL.canParse(addressIn(draft.what)) ? new URL(addressIn(draft.what)).host : '';
  return (
    <Text size="sm" role="status">
      {kind === 'link' && t('evidence.asLink', { host })}
      {kind === 'file' && t('evidence.asFile')}
      {kind === 'account' && t('evidence.asAccount', { terms: t(`evidence.terms.${draft.terms}`) })}
    </Text>
  );
}

function MoreFields({ draft, put }: { draft: Draft; put: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <LevelField
        levels={LEVELS}
        level={draft.confidentiality}
        onChange={(confidentiality) => put({ confidentiality })}
        without={kindOf(draft) === 'file' && draft.kept ? { restricted: t('evidence.noRestrictedFiles') } : {}}
      />
      {kindOf(draft) === 'account' && (
        <NativeSelect
          label={t('evidence.termsLabel')}
          value={draft.terms}
          onChange={(event) => put({ terms: event.currentTarget.value as Draft['terms'] })}
          data={TERMS.map((value) => ({ value, label: t(`evidence.termsMean.${value}`) }))}
        />
      )}
      <DetailFields details={draft} put={put} />
    </Stack>
  );
}

function OnItsWay({ sent, cancel }: { sent: number; cancel: () => void }) {
  const { t } = useTranslation();
  const percent = Math.floor(sent * 100);
  const words = percent < 100 ? t('evidence.sending', { percent }) : t('evidence.checking');
  return (
    <Stack gap={4}>
      <Progress value={percent} aria-label={words} />
      <Group justify="space-between">
        <Text size="sm">{words}</Text>
        <Button variant="subtle" size="compact-sm" onClick={cancel}>
          {t('evidence.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
