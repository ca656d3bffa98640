import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconFile, IconLink, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { useSaySize } from '../evidence/useSaySize';
import type { InboxItem } from './inbox';

const SIGNS = { link: IconLink, sentence: IconQuote, file: IconFile };

/** What was kept, as it was kept, and what it is. */
export function Kept({ item: { kind, text, url, size, keptAt } }: { item: InboxItem }) {
  const { t } = useTranslation();
  const saySize = useSaySize();
  const Shape = SIGNS[kind];
  const words = url === null ? text : text.replace(url, '').trim();
  return (
    <Group gap="xs" wrap="nowrap" align="start" flex="1 1 16rem" miw={0}>
      <Shape size={20} aria-hidden style={{ flex: 'none' }} />
      <Stack gap={2} miw={0}>
        {words !== '' && (
          <Text size="sm" lineClamp={4} className="breaks">
            {words}
          </Text>
        )}
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
      </Stack>
    </Group>
  );
}
