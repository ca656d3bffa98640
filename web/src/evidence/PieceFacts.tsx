import { DataList, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { Address } from './Address';
import type { Piece } from './piece';
import { Grade } from './PieceTitle';
import { useSaySize } from './useSaySize';

/** All that is said about a piece. Its own words stand in their own typeface. */
export function PieceFacts({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  return (
    <Stack>
      {piece.statement && <Words title={t('evidence.statement')} words={piece.statement} isTheirs />}
      {piece.quote && <Words title={t('evidence.quote')} words={piece.quote} isTheirs where={piece.locator} />}
      {piece.finding && <Words title={t('evidence.finding')} words={piece.finding} />}
      <Facts piece={piece} />
    </Stack>
  );
}

function Words({ title, words, isTheirs = false, where }: WordsProps) {
  return (
    <section>
      <Title order={2} mb={4}>
        {title}
      </Title>
      <Text maw={760} {...(isTheirs && { component: 'blockquote', className: 'quote', m: 0 })}>
        {words}
      </Text>
      {where && (
        <Text size="sm" c="dimmed">
          {where}
        </Text>
      )}
    </section>
  );
}

interface WordsProps {
  title: string;
  words: string;
  isTheirs?: boolean;
  where?: string | null;
}

function Facts({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const saySize = useSaySize();
  const { name, organization } = piece.enteredBy;
  const facts: [string, React.ReactNode][] = [
    [t('evidence.heldBy'), piece.heldBy && t('evidence.onInformationHeldBy', { organization: piece.heldBy.name })],
    [t('evidence.speaksFor'), piece.speaksFor && <SpeaksFor piece={piece.speaksFor} />],
    [t('evidence.address'), piece.url && piece.title !== null && <Address url={piece.url} />],
    [t('evidence.termsLabel'), piece.terms && t(`evidence.termsMean.${piece.terms}`)],
    [t('evidence.grading'), piece.title !== null && <Grade piece={piece} />],
    [t('evidence.locator'), !piece.quote && piece.locator],
    [t('evidence.publisher'), piece.publisher],
    [t('evidence.publishedOn'), piece.publishedOn && <When date={piece.publishedOn} />],
    [t('evidence.origin'), piece.origin?.name],
    [t('evidence.broughtBy'), `${name}, ${organization.name}`],
    [t('evidence.broughtOn'), <Instant key="at" at={piece.createdAt} />],
    [t('evidence.declinedBecause'), piece.acceptanceReason],
    [t('evidence.size'), piece.size !== null && `${saySize(piece.size)}, ${piece.mediaType ?? ''}`],
    [t('evidence.hash'), piece.sha256 && <HashOf sha256={piece.sha256} />],
  ];
  return (
    <DataList orientation="vertical" gap="sm">
      {facts
        .filter(([, said]) => Boolean(said))
        .map(([label, said]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{said}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}

/** The piece behind an account: shown to whoever may see it, and to nobody else. */
function SpeaksFor({ piece: { id, title } }: { piece: { id: string; title: string | null } }) {
  const { t } = useTranslation();
  return (
    <RecordLink to="evidence" id={id}>
      {title ?? t('followUps.withdrawn')}
    </RecordLink>
  );
}

const HashOf = ({ sha256 }: { sha256: string }) => (
  <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
    {sha256}
  </Text>
);
