import { Button, CopyButton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { useSayDate, When } from '../dates/When';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { printWhenRead } from '../frame/print';
import { Read } from '../frame/Read';
import { useMembership, useToday, useWorkspace } from '../frame/workspace';
import { agendaOf } from './agenda';
import { type Asked, changesIn } from './changes';
import { ChoosePeriod } from './ChoosePeriod';
import { useLastMeeting } from './lastMeeting';
import { periodIn } from './periods';
import { Section } from './Section';
import { useTell, useTellWho } from './useTell';

type Changes = Schema['ChangesView'];

/** What changed in a period, in the order in which a meeting goes through it. */
export function ChangesPage() {
  const { t } = useTranslation();
  const say = useSayDate();
  const workspace = useWorkspace();
  const membership = useMembership();
  const { of, put } = useNarrowing();
  const [lastMeeting, keepMeeting] = useLastMeeting();
  const period = periodIn(of('from'), of('to'), lastMeeting, useToday());
  const asked: Asked = { ...period, by: oneOf(['occurred', 'recorded'], of('by')) ?? 'occurred' };
  const query = useQuery(changesIn(workspace, asked));
  return (
    <Page
      title={t('changes.title', { from: say(asked.from), to: say(asked.to) })}
      about={t(asked.by === 'occurred' ? 'changes.about' : 'changes.aboutRecorded', {
        workspace: membership.workspace.name,
      })}
      actions={query.data && <Acts asked={asked} changes={query.data} />}
    >
      <ChoosePeriod asked={asked} put={(change) => put({ ...asked, ...change })} {...{ lastMeeting, keepMeeting }} />
      <Read query={query}>{(changes) => <Agenda asked={asked} changes={changes} />}</Read>
    </Page>
  );
}

function Agenda({ asked, changes: { groups, asOf } }: { asked: Asked; changes: Changes }) {
  const { t } = useTranslation();
  const nothing = groups.every(({ items }) => items.length === 0);
  return (
    <Stack gap="xl">
      {nothing && (
        <Text fw={600} role="status">
          {t('changes.nothing')}
        </Text>
      )}
      {groups.map((group) => (
        <Section key={group.kind} asked={asked} group={group} />
      ))}
      <Text size="xs" c="dimmed">
        {t('changes.asOf')} <When date={asOf} />. {t('changes.means')}
      </Text>
    </Stack>
  );
}

function Acts({ asked, changes: { groups, asOf } }: { asked: Asked; changes: Changes }) {
  const { t } = useTranslation();
  const say = useSayDate();
  const tell = useTell();
  const tellWho = useTellWho();
  const text = agendaOf(groups, {
    title: t('changes.title', { from: say(asked.from), to: say(asked.to) }),
    asOf: `${t('changes.asOf')} ${say(asOf)}`,
    heading: ({ kind, count = 0, items }) =>
      `${t(`changes.kinds.${kind}`)} (${count > items.length ? t('changes.firstOf', { n: items.length, count }) : count})`,
    line: (change) =>
      [
        say(change.on),
        change.addressee?.name,
        change.recommendation?.title ?? change.source?.name,
        tell(change),
        tellWho(change),
      ]
        .filter(Boolean)
        .join(' | '),
    none: t('changes.nothingHere'),
    leftOut: (n) => t('changes.leftOut', { count: n }),
  });
  return (
    <>
      <CopyButton value={text} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          >
            {copied ? t('frame.copied') : t('changes.copy')}
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        onClick={() => void printWhenRead()}
        leftSection={<IconPrinter size={16} aria-hidden />}
      >
        {t('frame.print')}
      </Button>
    </>
  );
}
