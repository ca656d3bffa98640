import { Button, Group, Kbd, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { IconChevronDown, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { me, queryClient } from '../api/queries';
import { LanguageChoice } from './LanguageChoice';
import { useMembership } from './workspace';

export function Header() {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" flex={1} gap="sm" miw={0}>
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Text fw={750} visibleFrom="xs">
          Heed
        </Text>
        <WorkspaceMenu />
      </Group>
      <UnstyledButton onClick={openSpotlight} visibleFrom="sm" flex={1} maw={420} aria-keyshortcuts="/">
        <Group gap="xs" px="sm" h={34} bd="1px solid var(--mantine-color-default-border)" bdrs="sm" wrap="nowrap">
          <IconSearch size={16} aria-hidden />
          <Text size="sm" c="dimmed" truncate flex={1}>
            {t('frame.searchAll')}
          </Text>
          <Kbd size="xs">/</Kbd>
        </Group>
      </UnstyledButton>
      <Group gap="xs" wrap="nowrap">
        <LanguageChoice />
        <AccountMenu />
      </Group>
    </Group>
  );
}

function WorkspaceMenu() {
  const { data } = useQuery(me);
  const { workspace } = useMembership();
  const navigate = useNavigate();
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          c="inherit"
        >
          <VisuallyHidden>{t('frame.workspace')} </VisuallyHidden>
          <Text truncate maw={{ base: 130, sm: 220 }}>
            {workspace.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {data?.memberships.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => void navigate({ to: '/w/$workspace/for-me', params: { workspace: one.workspace.slug } })}
          >
            {one.workspace.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name, organization } = useMembership();
  const leave = async () => {
    await answer(client.POST('/api/v1/auth/sign-out'));
    queryClient.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton aria-label={t('frame.account', { name })}>
          <IconUserCircle size={28} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}, {organization.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('pages.account')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('signIn.leave')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
