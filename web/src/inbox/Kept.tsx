import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFile, IconLink, IconQuote } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { useSaySize } from '../evidence/useSaySize';
import { useWorkspace } from '../frame/workspace';
import type { InboxItem } from './inbox';

// Loaded where there is a file: the page that comes first after the sign-in stays light.
const OpenFile = lazy(async () => ({ default: (await import('../evidence/OpenFile')).OpenFile }));

const SIGNS = { link: IconLink, sentence: IconQuote, file: IconFile };

/** What was kept, as it was kept, and what it is; all of it can be read, a file too. */
export function Kept({ item }: { item: InboxItem }) {
  const { kind, text, url, size, keptAt } = item;
  const { t } = useTranslation();
  const saySize = useSaySize();
  const Shape = SIGNS[kind];
  const words = url === null ? text : text.replace(url, '').trim();
  return (
    <Group gap="xs" wrap="nowrap" align="start" flex="1 1 16rem" miw={0}>
      <Shape size={20} aria-hidden style={{ flex: 'none' }} />
      <Stack gap={2} miw={0} flex={1}>
        {words !== '' && <Words>{words}</Words>}
        {url !== null && (
          <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm" className="breaks" py={3}>
            {url}
          </Anchor>
        )}
        <Text size="xs" c="dimmed">
          {t(`inbox.kinds.${kind}`)}
          {size !== null && `, ${saySize(size)}`}
          {`, ${t('inbox.keptAt')} `}
          <Instant at={keptAt} />
        </Text>
        {kind === 'file' && <TheFile item={item} />}
      </Stack>
    </Group>
  );
}

const FEW_LINES = 4;
const FEW_LETTERS = 280;

/** Of much, the first lines, until somebody wants to read all of it. */
function Words({ children }: { children: string }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const isLong = children.length > FEW_LETTERS || children.split('\n').length > FEW_LINES;
  return (
    <>
      <Text
        size="sm"
        className="breaks"
        style={{ whiteSpace: 'pre-line' }}
        {...(isLong && !isOpen && { lineClamp: FEW_LINES })}
      >
        {children}
      </Text>
      {isLong && (
        <Anchor component="button" type="button" size="sm" ta="start" py={3} aria-expanded={isOpen} onClick={toggle}>
          {t(isOpen ? 'inbox.readLess' : 'inbox.readAll')}
        </Anchor>
      )}
    </>
  );
}

function TheFile({ item: { id, mediaType, text } }: { item: InboxItem }) {
  const path = `/api/v1/workspaces/${useWorkspace()}/inbox/${id}/content`;
  return (
    <Box mih={30} mt={4}>
      <Suspense>
        <OpenFile path={path} mediaType={mediaType ?? ''} size={null} title={text} buttons="xs" />
      </Suspense>
    </Box>
  );
}
