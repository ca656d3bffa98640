import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { type Piece, usePieceNow, useReadAnew } from '../evidence/piece';
import { Asking } from '../frame/Asking';
import { ReasonField } from '../frame/ReasonField';
import { useSaving } from '../frame/useSaving';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { useMay, useMembership } from '../frame/workspace';

type Flag = Schema['HarmFlagView'];

/** That a piece could harm somebody, why, and how two people take the flag off. It is printed too: paper is passed on. */
export function HarmFlag({ piece, flag }: { piece: Piece; flag: Flag }) {
  const { t } = useTranslation();
  const { name, organization } = flag.setBy;
  return (
    <Alert color="red" icon={<IconAlertOctagon aria-hidden />} title={t('harmFlags.sign')}>
      <Stack gap="xs">
        <Text size="sm">{t('harmFlags.means')}</Text>
        {flag.reason && <Text size="sm">{flag.reason}</Text>}
        <Text size="sm">
          {t('harmFlags.setBy', { name, organization: organization.name })}, <Instant at={flag.recordedAt} />
        </Text>
        <TakingOff piece={piece} flag={flag} />
      </Stack>
    </Alert>
  );
}

function TakingOff({ piece, flag: { removalAskedBy } }: { piece: Piece; flag: Flag }) {
  const { t } = useTranslation();
  const mayRemove = useMay('administrator', 'editor', 'verifier');
  const { id } = useMembership();
  const [isOpen, { open, close }] = useDisclosure(false);
  const isSecond = removalAskedBy !== null;
  const [wasSecond, setWasSecond] = useState(isSecond);
  const readAnew = useReadAnew(piece.id);
  const words = isSecond ? t('harmFlags.isRemoved') : t('harmFlags.isAsked');
  const saving = useSaving(
    'evidence',
    words,
    (workspace) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/harm-flag/removal', {
          params: { path: { workspace, evidenceId: piece.id } },
        }),
      ),
    () => void readAnew(),
  );
  const pieceNow = usePieceNow(piece.id);
  useToldWhenGone(() => isOpen && saving.isIdle && pieceNow()?.harmFlag === null, t('harmFlags.removedMeanwhile'));
  const begin = () => {
    setWasSecond(isSecond);
    open();
  };
  const label = isSecond ? t('harmFlags.confirm') : t('harmFlags.ask');
  return (
    <Stack gap="xs" align="flex-start" className="no-print">
      {removalAskedBy && <Text size="sm">{t('harmFlags.asked', { name: removalAskedBy.name })}</Text>}
      {!mayRemove && <Text size="sm">{t('harmFlags.whoRemoves')}</Text>}
      {mayRemove && removalAskedBy?.id !== id && (
        <Button variant="default" onClick={begin}>
          {label}
        </Button>
      )}
      {isOpen && (
        <Asking title={label} act={label} saving={saving} readAnew={() => readAnew().then(saving.reset)} close={close}>
          {isSecond && !wasSecond && <Alert role="alert">{t('harmFlags.askedMeanwhile')}</Alert>}
          <Text>{isSecond ? t('harmFlags.confirmMeans') : t('harmFlags.askMeans')}</Text>
        </Asking>
      )}
    </Stack>
  );
}

/** Whoever may change a piece says that it could harm somebody. */
export function SettingFlag({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('harmFlags.set')}
      </Button>
      {isOpen && <SetFlag piece={piece} close={close} />}
    </>
  );
}

function SetFlag({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const readAnew = useReadAnew(piece.id);
  const saving = useSaving(
    'evidence',
    t('harmFlags.isSet'),
    (workspace) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/harm-flag', {
          params: { path: { workspace, evidenceId: piece.id } },
          body: { reason },
        }),
      ),
    () => void readAnew(),
  );
  const pieceNow = usePieceNow(piece.id);
  useToldWhenGone(() => saving.isIdle && (pieceNow()?.harmFlag ?? null) !== null, t('harmFlags.setMeanwhile'));
  return (
    <Asking
      title={t('harmFlags.set')}
      act={t('harmFlags.setNow')}
      saving={saving}
      readAnew={() => readAnew().then(saving.reset)}
      close={close}
    >
      <Text>{t('harmFlags.whatHappens')}</Text>
      <ReasonField
        label={t('harmFlags.why')}
        description={t('harmFlags.whyHint')}
        maxLength={4000}
        value={reason}
        put={setReason}
        isFirst
      />
    </Asking>
  );
}
