import { Button, Drawer, NativeSelect, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { Filters } from '../frame/Filters';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { SearchField } from '../frame/SearchField';
import { ShowMore } from '../frame/ShowMore';
import { Empty } from '../frame/Standing';
import { useNarrowing } from '../frame/useNarrowing';
import { useMay, useWorkspace } from '../frame/workspace';
import { AddEvidence } from './AddEvidence';
import { LEVELS } from './levels';
import { PieceList } from './PieceList';

type Piece = Schema['EvidenceView'];
type Narrowed = Record<'q' | 'kind' | 'acceptance' | 'confidentiality' | 'flagged', string>;

const KINDS = ['link', 'file', 'account'] as const;
const ACCEPTANCES = ['proposed', 'accepted', 'declined'] as const;
const FIELDS: (keyof Piece)[] = [
  ...(['id', 'kind', 'title', 'confidentiality', 'acceptance', 'verification', 'withdrawal'] as const),
  ...(['reliability', 'credibility', 'publisher', 'publishedOn', 'enteredBy', 'harmFlag', 'damage'] as const),
];

/** All that is brought forward, narrowed by what the address says. */
export function EvidencePage() {
  const { t } = useTranslation();
  const mayAdd = useMay('administrator', 'editor', 'verifier', 'partner');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [narrowed, narrow] = useNarrowing('q', 'kind', 'acceptance', 'confidentiality', 'flagged');
  const pages = useEvidence(narrowed);
  const isNarrowed = Object.values(narrowed).some(Boolean);
  return (
    <Page
      title={t('pages.evidence')}
      about={pages.count !== undefined && t('evidence.count', { count: pages.count })}
      actions={mayAdd && <Button onClick={open}>{t('evidence.add')}</Button>}
    >
      <Narrowing narrowed={narrowed} narrow={narrow} count={pages.count} />
      {narrowed.q && (
        <Text size="sm" c="dimmed">
          {t('evidence.notSearched')}
        </Text>
      )}
      <Read query={pages}>
        {() =>
          pages.items.length > 0 ? (
            <PieceList pieces={pages.items} />
          ) : (
            <Empty title={isNarrowed ? t('evidence.noneFound') : t('evidence.none')}>
              <Text>{isNarrowed ? t('frame.nothingFound') : t('evidence.noneYet')}</Text>
            </Empty>
          )
        }
      </Read>
      <ShowMore pages={pages} />
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="lg"
        title={t('evidence.add')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
        closeOnClickOutside={false}
      >
        <AddEvidence onAdded={close} onCancel={close} />
      </Drawer>
    </Page>
  );
}

function useEvidence({ q, kind, acceptance, confidentiality, flagged }: Narrowed) {
  const workspace = useWorkspace();
  return usePages([workspace, 'evidence', 'list', q, kind, acceptance, confidentiality, flagged], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/evidence', {
        params: {
          path: { workspace },
          query: {
            limit: 40,
            count: cursor === undefined,
            fields: FIELDS,
            ...(cursor && { cursor }),
            ...(q.trim() && { q: q.trim() }),
            ...(kind && { kind: [kind as Piece['kind']] }),
            ...(acceptance && { acceptance: [acceptance as Piece['acceptance']] }),
            ...(confidentiality && { confidentiality: [confidentiality as Piece['confidentiality']] }),
            ...(flagged && { flagged: flagged === 'true' }),
          },
        },
      }),
    ),
  );
}

const NOTHING: Narrowed = { q: '', kind: '', acceptance: '', confidentiality: '', flagged: '' };

interface NarrowingProps {
  narrowed: Narrowed;
  narrow: (change: Partial<Narrowed>) => void;
  count: number | undefined;
}

function Narrowing({ narrowed: { q, ...others }, narrow, count }: NarrowingProps) {
  const { t } = useTranslation();
  const { kind, acceptance, confidentiality, flagged } = others;
  const every = { value: '', label: t('evidence.all') };
  return (
    <Filters
      words={<SearchField label={t('evidence.search')} />}
      hasWords={q !== ''}
      n={Object.values(others).filter(Boolean).length}
      onClear={() => narrow(NOTHING)}
      count={count}
    >
      <NativeSelect
        label={t('evidence.kindLabel')}
        value={kind}
        onChange={(event) => narrow({ kind: event.currentTarget.value })}
        data={[every, ...KINDS.map((value) => ({ value, label: t(`evidence.kind.${value}`) }))]}
      />
      <NativeSelect
        label={t('evidence.acceptanceLabel')}
        value={acceptance}
        onChange={(event) => narrow({ acceptance: event.currentTarget.value })}
        data={[every, ...ACCEPTANCES.map((value) => ({ value, label: t(`evidence.acceptance.${value}`) }))]}
      />
      <NativeSelect
        label={t('evidence.readableBy')}
        value={confidentiality}
        onChange={(event) => narrow({ confidentiality: event.currentTarget.value })}
        data={[every, ...LEVELS.map((value) => ({ value, label: t(`evidence.level.${value}`) }))]}
      />
      <NativeSelect
        label={t('harmFlags.filter')}
        value={flagged}
        onChange={(event) => narrow({ flagged: event.currentTarget.value })}
        data={[
          every,
          { value: 'true', label: t('harmFlags.flagged') },
          { value: 'false', label: t('harmFlags.notFlagged') },
        ]}
      />
    </Filters>
  );
}
