import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

const SHORT = PAGES.filter(({ name }) => name === 'overview' || name === 'forMe' || name === 'followUps');

/** On a phone: the three pages of the week, and the search. */
export function BottomBar() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <nav aria-label={t('frame.weekly')} style={{ height: '100%' }}>
      <Group grow h="100%" gap={0} wrap="nowrap">
        {SHORT.map(({ name, to, icon: Shape }) => (
          <Link
            key={name}
            to={to}
            params={{ workspace }}
            activeOptions={{ exact: name === 'overview' }}
            style={{ textDecoration: 'none', color: 'inherit' }}
          >
            <Item shape={<Shape size={20} aria-hidden />} words={t(`pages.${name}`)} />
          </Link>
        ))}
        <UnstyledButton onClick={openSpotlight}>
          <Item shape={<IconSearch size={20} aria-hidden />} words={t('frame.search')} />
        </UnstyledButton>
      </Group>
    </nav>
  );
}

function Item({ shape, words }: { shape: React.ReactNode; words: string }) {
  return (
    <Stack align="center" gap={2}>
      {shape}
      <Text size="xs">{words}</Text>
    </Stack>
  );
}
