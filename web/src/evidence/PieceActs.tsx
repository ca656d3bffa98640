import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../frame/ReasonField';
import { Refused } from '../frame/Refused';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { useMay, useMembership } from '../frame/workspace';
import { SettingFlag } from '../harm-flags/HarmFlag';
import { EditPiece } from './EditPiece';
import { accept, type Piece, useActOn, usePieceNow, useReadAnew, verify } from './piece';
import { Stating } from './Stating';
import { Withdrawing } from './Withdrawing';

/** What one may do with a piece; of the rest, who may. */
export function PieceActs({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const mayAdd = useMay('administrator', 'editor', 'verifier', 'partner');
  return (
    <Stack component="section" aria-labelledby="acts" className="no-print" align="flex-start">
      <Title order={2} id="acts">
        {t('evidence.acts')}
      </Title>
      <Accepting piece={piece} />
      <Verifying piece={piece} />
      {mayAdd && (
        <Group gap="xs">
          <Editing piece={piece} />
          <Stating piece={piece} />
          <Withdrawing piece={piece} />
        </Group>
      )}
    </Stack>
  );
}

function Accepting({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const isEditor = useMay('administrator', 'editor');
  const isVerifier = useMay('verifier');
  const { id } = useMembership();
  const mayAccept = isEditor || (isVerifier && piece.enteredBy.id !== id);
  const [isDeclining, { open, close }] = useDisclosure(false);
  const accepting = useActOn(
    (workspace) => accept(workspace, piece, { acceptance: 'accepted' }),
    t('evidence.accepted'),
  );
  const readAnew = useReadAnew(piece.id);
  if (piece.acceptance === 'accepted') return null;
  if (!mayAccept) return <Text>{t('evidence.whoAccepts')}</Text>;
  return (
    <Stack gap="xs" w="100%" maw={640}>
      <Group gap="xs">
        <Button loading={accepting.isPending} onClick={() => accepting.mutate(undefined)}>
          {t('evidence.accept')}
        </Button>
        {piece.acceptance === 'proposed' && !isDeclining && (
          <Button variant="default" onClick={open}>
            {t('evidence.decline')}
          </Button>
        )}
      </Group>
      {isDeclining && piece.acceptance === 'proposed' && <Declining piece={piece} close={close} />}
      <Refused error={accepting.error} readAnew={() => readAnew().then(accepting.reset)} />
    </Stack>
  );
}

function Declining({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const declining = useActOn(
    (workspace) => accept(workspace, piece, { acceptance: 'declined', reason }),
    t('evidence.declined'),
  );
  const readAnew = useReadAnew(piece.id);
  const pieceNow = usePieceNow(piece.id);
  useToldWhenGone(
    () => declining.isIdle && (pieceNow()?.acceptance ?? 'proposed') !== 'proposed',
    t('evidence.actedMeanwhile'),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    declining.mutate(undefined, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="flex-start">
        <ReasonField label={t('evidence.whyDecline')} w="100%" value={reason} put={setReason} />
        <Refused error={declining.error} readAnew={() => readAnew().then(declining.reset)} />
        <Group gap="xs">
          <Button type="submit" loading={declining.isPending}>
            {t('evidence.decline')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('evidence.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Verifying({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const isVerifier = useMay('verifier');
  const { id } = useMembership();
  const verifying = useActOn((workspace) => verify(workspace, piece), t('evidence.verified'));
  const readAnew = useReadAnew(piece.id);
  if (piece.verification === 'verified') return null;
  if (!isVerifier || piece.enteredBy.id === id) return <Text>{t('evidence.whoVerifies')}</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Button loading={verifying.isPending} onClick={() => verifying.mutate(undefined)}>
        {t('evidence.verify')}
      </Button>
      <Refused error={verifying.error} readAnew={() => readAnew().then(verifying.reset)} />
    </Stack>
  );
}

function Editing({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const isEditor = useMay('administrator', 'editor');
  const { id } = useMembership();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!isEditor && piece.enteredBy.id !== id) return <Text>{t('evidence.whoEdits')}</Text>;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('evidence.edit')}
      </Button>
      {piece.harmFlag === null && <SettingFlag piece={piece} />}
      {isOpen && <EditPiece piece={piece} close={close} />}
    </>
  );
}
