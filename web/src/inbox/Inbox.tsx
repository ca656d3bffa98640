import { Anchor, Badge, Button, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../api/pages';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Waiting } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { READERS } from '../intake/intake';
import { inboxKey, readInbox } from './inbox';
import { Item } from './Item';
import { KeepForm } from './KeepForm';
import { RemovedItem } from './RemovedItem';

type Pages = ReturnType<typeof useInbox>;

function useInbox(removed: boolean) {
  const workspace = useWorkspace();
  return usePages([...inboxKey(workspace, removed)], (cursor) => readInbox(workspace, removed, cursor));
}

/**
 * What came by and has no place yet: kept at once, given a place later. Nobody else sees it.
 * What stands under it is shown when it's known how much room it takes, so that nothing moves.
 */
export function Inbox({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const pages = useInbox(false);
  return (
    <>
      {/* Nobody else sees it here, so nobody shall on paper. */}
      <Stack gap="xs" component="section" aria-labelledby="inbox" className="no-print">
        <Group gap="xs">
          <Title order={2} id="inbox">
            {t('inbox.title')}
          </Title>
          {pages.count !== undefined && pages.count > 0 && (
            <Badge color="gray" variant="light" c="inherit">
              {pages.count}
            </Badge>
          )}
        </Group>
        <KeepForm />
        <ToIntake />
        {!pages.isPending && <Items pages={pages} />}
      </Stack>
      {pages.isPending ? <Waiting /> : children}
    </>
  );
}

/** A whole document is better read than kept. */
function ToIntake() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayRead = useMay(...READERS);
  if (!mayRead) return null;
  return (
    <Text size="sm">
      {t('inbox.isDocument')}{' '}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(props) => <Link {...props} to="/w/$workspace/intake" params={{ workspace }} />}
      >
        {t('intake.read')}
      </Anchor>
    </Text>
  );
}

function Items({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <>
      <Read query={pages}>{() => pages.items.map((item) => <Item key={item.id} item={item} />)}</Read>
      <ShowMore pages={pages} />
      <Button
        variant="subtle"
        size="compact-sm"
        className="no-print"
        aria-expanded={isOpen}
        onClick={toggle}
        style={{ alignSelf: 'start' }}
      >
        {t(isOpen ? 'inbox.hideRemoved' : 'inbox.showRemoved')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <Removed />}</Collapse>
    </>
  );
}

function Removed() {
  const { t } = useTranslation();
  const pages = useInbox(true);
  return (
    <Stack gap="xs">
      <Text size="sm">{t('inbox.removedAbout')}</Text>
      <Read query={pages}>
        {() =>
          pages.items.length === 0 ? (
            <Text size="sm">{t('inbox.noneRemoved')}</Text>
          ) : (
            pages.items.map((item) => <RemovedItem key={item.id} item={item} />)
          )
        }
      </Read>
      <ShowMore pages={pages} />
    </Stack>
  );
}
