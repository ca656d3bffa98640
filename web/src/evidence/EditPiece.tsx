import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { useSayDate } from '../dates/When';
import { Refused } from '../frame/Refused';
import { useMembership } from '../frame/workspace';
import { DetailFields } from './DetailFields';
import { type Details, EMPTY } from './draft';
import { LevelField } from './LevelField';
import { type Level, LEVELS } from './levels';
import { change, type Piece, useActOn, useReadAnew } from './piece';

type Edited = Details & { title: string };

const editedOf = (piece: Piece): Edited => ({
  title: piece.title ?? '',
  finding: piece.finding ?? '',
  quote: piece.quote ?? '',
  locator: piece.locator ?? '',
  publisher: piece.publisher ?? '',
  publishedOn: piece.publishedOn,
  origin: piece.origin?.name ?? '',
  reliability: (piece.reliability ?? '') as Details['reliability'],
  credibility: (piece.credibility?.toString() ?? '') as Details['credibility'],
  confidentiality: piece.confidentiality,
});

/** Only what is different; what was emptied is not known any more. */
function changesOf(before: Edited, after: Edited): Schema['UpdateEvidenceDto'] {
  const names = (Object.keys(after) as (keyof Edited)[]).filter(
    (name) => after[name] !== before[name] && !(name === 'origin' && after.origin.trim() === ''),
  );
  const said = names.map((name) => [name, name === 'credibility' ? Number(after[name]) || null : after[name] || null]);
  return Object.fromEntries(said) as Schema['UpdateEvidenceDto'];
}

/** Changes what is said about a piece. It says first what the change undoes. */
export function EditPiece({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const sayDate = useSayDate();
  const without = useUnreachable(piece);
  const [before] = useState<Edited>({ ...EMPTY, ...editedOf(piece) });
  const [edited, setEdited] = useState(before);
  const put = (what: Partial<Edited>) => setEdited((now) => ({ ...now, ...what }));
  const changing = useActOn((workspace) => change(workspace, piece, changesOf(before, edited)), t('evidence.changed'));
  const readAnew = useReadAnew(piece.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    changing.mutate(undefined, { onSuccess: close });
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={t('evidence.edit')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('evidence.editUndoes')}</Text>
          <TextInput
            label={t('evidence.title')}
            required
            value={edited.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
          <LevelField
            level={edited.confidentiality}
            onChange={(confidentiality) => put({ confidentiality })}
            without={without}
          />
          <DetailFields details={edited} put={put} />
          {piece.publishedOn && (
            <Text size="sm">{t('evidence.publishedSoFar', { date: sayDate(piece.publishedOn) })}</Text>
          )}
          <Refused error={changing.error} readAnew={readAnew} />
          <Group gap="xs">
            <Button type="submit" loading={changing.isPending}>
              {t('evidence.save')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('evidence.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

/** Levels that a piece can't be brought to, and why. */
function useUnreachable(piece: Piece): Partial<Record<Level, string>> {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const now = LEVELS.indexOf(piece.confidentiality);
  const isOurs = piece.enteredBy.organization.id === organization.id;
  return Object.fromEntries(
    LEVELS.flatMap((level, at) => {
      if (at === now) return [];
      if (at < now) return [[level, t('evidence.noLowering')]];
      if (level === 'restricted') return [[level, t('evidence.noRestricting')]];
      return level === 'organization' && !isOurs ? [[level, t('evidence.onlyTheirs')]] : [];
    }),
  );
}
