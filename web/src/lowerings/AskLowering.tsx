import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { LEVELS } from '../evidence/levels';
import { type Piece, usePieceNow } from '../evidence/piece';
import { Read } from '../frame/Read';
import { ReasonField } from '../frame/ReasonField';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { type Answers, answersOf, Checklist } from './Checklist';
import { type LowerLevel, type Meaning, useAskedAnew, useMeaning } from './lowerings';
import { WillOpen } from './WillOpen';

/** The levels that more people read, the next one first. */
export const lowerThan = (level: Piece['confidentiality']): LowerLevel[] =>
  LEVELS.slice(0, LEVELS.indexOf(level)).reverse() as LowerLevel[];

/** Asks that more people read a piece: whom, what that means, the checklist, and why. */
export function AskLowering({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const levels = lowerThan(piece.confidentiality);
  const [to, setTo] = useState(levels[0] ?? 'public');
  // Kept here: whoever chooses another level has not answered for nothing.
  const [said, setSaid] = useState<Said>({ answers: {}, reason: '' });
  return (
    <Stack>
      <Text size="sm">{t('lowerings.twoLower')}</Text>
      <NativeSelect
        label={t('lowerings.toWhom')}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value as LowerLevel)}
        data={levels.map((value) => ({ value, label: t(`evidence.levelMeans.${value}`) }))}
      />
      <Read query={useMeaning(piece.id, to)}>
        {(meaning) => (
          <>
            <WillOpen meaning={meaning} />
            {!meaning.isBlocked && <Asked {...{ piece, to, meaning, said, setSaid, close }} />}
          </>
        )}
      </Read>
    </Stack>
  );
}

interface Said {
  answers: Answers;
  reason: string;
}

interface AskedProps {
  piece: Piece;
  to: LowerLevel;
  meaning: Meaning;
  said: Said;
  setSaid: (said: Said) => void;
  close: () => void;
}

function Asked({ piece, to, meaning, said, setSaid, close }: AskedProps) {
  const { t } = useTranslation();
  const { answers, reason } = said;
  const checklist = answersOf(meaning.checklist, answers);
  const askedAnew = useAskedAnew(piece.id);
  const saving = useSaving(
    'evidence',
    t('lowerings.isAsked'),
    (workspace) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/lowerings', {
          params: { path: { workspace, evidenceId: piece.id } },
          body: { to, checklist: checklist ?? [], reason },
        }),
      ),
    () => void askedAnew(),
  );
  const pieceNow = usePieceNow(piece.id);
  useToldWhenGone(() => saving.isIdle && pieceNow()?.isLoweringAsked === true, t('lowerings.askedMeanwhile'));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(undefined, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Checklist
          questions={meaning.checklist}
          isFile={piece.kind === 'file'}
          answers={answers}
          onChange={(given) => setSaid({ ...said, answers: given })}
        />
        <ReasonField
          label={t('lowerings.reason')}
          description={t('lowerings.reasonHint')}
          maxLength={4000}
          value={reason}
          put={(given) => setSaid({ ...said, reason: given })}
        />
        <Refused error={saving.error} readAnew={() => askedAnew().then(saving.reset)} />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending} disabled={!checklist}>
            {t('lowerings.send')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
