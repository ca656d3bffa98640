import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useIdle } from '@mantine/hooks';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Comments } from '../comments/Comments';
import { HarmFlag } from '../harm-flags/HarmFlag';
import { Lowerings } from '../lowerings/Lowerings';
import { Page } from '../frame/Page';
import { LinkCopies } from '../link-copies/LinkCopies';
import { Read } from '../frame/Read';
import { WhenSeen } from '../frame/WhenSeen';
import { CustodyRecord } from './CustodyRecord';
import { Damage } from './Damage';
import { LevelSign } from './LevelSign';
import { type Piece, usePiece } from './piece';
import { PieceActs } from './PieceActs';
import { PieceFacts } from './PieceFacts';
import { PieceFile } from './PieceFile';
import { Readers } from './Readers';
import { Standing } from './Standing';
import { Withdrawal } from './Withdrawal';

export function PiecePage() {
  const { id } = useParams({ from: '/w/$workspace/evidence/$id' });
  return <Read query={usePiece(id)}>{(piece) => <Opened key={piece.id} piece={piece} />}</Read>;
}

function Opened({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const isSealed = piece.withdrawal !== 'none';
  const untitled = t(`evidence.untitled.${piece.withdrawal === 'erased' ? 'erased' : 'withdrawn'}`);
  return (
    <Page
      title={piece.title ?? untitled}
      about={
        <Group gap="sm" mt={4}>
          <LevelSign level={piece.confidentiality} />
          <Text size="sm">{t(`evidence.kind.${piece.kind}`)}</Text>
          <Standing piece={piece} />
        </Group>
      }
    >
      {isSealed && <Withdrawal piece={piece} />}
      {piece.damage && <Damage damage={piece.damage} id={piece.id} />}
      {piece.harmFlag && <HarmFlag piece={piece} flag={piece.harmFlag} />}
      <Shielded piece={piece}>
        <Stack>
          {!isSealed && piece.kind === 'file' && <PieceFile piece={piece} />}
          <PieceFacts piece={piece} />
        </Stack>
      </Shielded>
      {!isSealed && piece.confidentiality === 'restricted' && <Readers piece={piece} />}
      {!isSealed && (
        <Shielded piece={piece}>
          <Lowerings piece={piece} />
        </Shielded>
      )}
      {!isSealed && piece.kind === 'link' && <LinkCopies piece={piece} />}
      {!isSealed && <PieceActs piece={piece} />}
      {!isSealed && <Talk piece={piece} />}
      <section aria-labelledby="custody">
        <Title order={2} id="custody" mb="xs">
          {t('evidence.custody')}
        </Title>
        <CustodyRecord id={piece.id} />
      </section>
    </Page>
  );
}

/** What is said of the piece, as confidential as it. A link to one comment opens there. */
function Talk({ piece }: { piece: Piece }) {
  const { comment }: { comment?: unknown } = useSearch({ strict: false });
  const sought = typeof comment === 'string' ? comment : undefined;
  return (
    <Shielded piece={piece}>
      <WhenSeen isNow={sought !== undefined}>
        <Comments on={{ evidenceId: piece.id }} sought={sought} order={2} />
      </WhenSeen>
    </Shielded>
  );
}

const BLURS_AFTER = 120_000;

/** What few may read is blurred once nobody has moved for two minutes; any key or movement shows it again. */
function Shielded({ piece, children }: { piece: Piece; children: React.ReactNode }) {
  const { t } = useTranslation();
  const isIdle = useIdle(BLURS_AFTER, { initialState: false });
  const isHidden = isIdle && (piece.confidentiality === 'restricted' || piece.confidentiality === 'organization');
  return (
    <>
      {isHidden && <Text role="status">{t('evidence.blurred')}</Text>}
      <Box style={isHidden ? { filter: 'blur(12px)' } : undefined}>{children}</Box>
    </>
  );
}
