import { Badge, Box, Flex, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { Read as Reading } from '../frame/Read';
import { Missing } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import { Read, type Workflow } from './definition';
import { TransitionsTable } from './TransitionsTable';
import { WorkflowGraph } from './WorkflowGraph';

export function WorkflowPage() {
  const workspace = useWorkspace();
  const { key } = useParams({ from: '/w/$workspace/workflows/$key' });
  const version = useNarrowing().of('version');
  const versions = useQuery({
    queryKey: [workspace, 'workflows', key, 'versions'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/workflows/{key}/versions', {
          params: { path: { workspace, key }, query: { limit: 50 } },
        }),
      ),
  });
  return (
    <Reading query={versions}>
      {({ items }) => {
        const newest = items.toSorted((a, b) => b.version - a.version);
        const shown = newest.find((one) => String(one.version) === version) ?? newest[0];
        return shown ? <One workflow={shown} versions={newest} /> : <Missing />;
      }}
    </Reading>
  );
}

function One({ workflow, versions }: { workflow: Workflow; versions: Workflow[] }) {
  const { t, i18n } = useTranslation();
  const read = useMemo(() => new Read(workflow, i18n.language), [workflow, i18n.language]);
  return (
    <Page
      title={workflow.title}
      about={t(`workflows.of.${workflow.axis}`)}
      actions={<Versions shown={workflow} versions={versions} />}
    >
      <Stack gap="xl">
        <Origin workflow={workflow} />
        <Stack component="section" gap="sm" visibleFrom="sm" aria-labelledby="picture">
          <Title order={2} id="picture">
            {t('workflows.drawn')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('workflows.legend')}
          </Text>
          <Box>
            <WorkflowGraph read={read} name={workflow.title} />
          </Box>
        </Stack>
        <States read={read} />
        <Stack component="section" gap="sm" aria-labelledby="steps">
          <Title order={2} id="steps">
            {t('workflows.steps')}
          </Title>
          <TransitionsTable read={read} />
          <Text size="sm">{t('workflows.always')}</Text>
        </Stack>
      </Stack>
    </Page>
  );
}

/** Where it comes from, and whether its words are those of the body that uses it. */
function Origin({ workflow: { source, official, version } }: { workflow: Workflow }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Flex gap="xs" align="center">
        <Badge variant="default">{t(official ? 'workflows.official' : 'workflows.notOfficial')}</Badge>
        <Text size="sm">{t('workflows.version', { version })}</Text>
      </Flex>
      <Text size="sm">{source}</Text>
    </Stack>
  );
}

/** One version never changes: a follow-up stays with the one that it began with. */
function Versions({ shown, versions }: { shown: Workflow; versions: Workflow[] }) {
  const { t } = useTranslation();
  const { put } = useNarrowing();
  if (versions.length < 2) return null;
  return (
    <NativeSelect
      label={t('workflows.versions')}
      description={t('workflows.versionsAbout')}
      value={String(shown.version)}
      onChange={(event) => put({ version: event.currentTarget.value })}
      data={versions.map(({ version }) => ({
        value: String(version),
        label: t('workflows.version', { version }),
      }))}
    />
  );
}

function States({ read }: { read: Read }) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="states">
      <Title order={2} id="states">
        {t('workflows.states')}
      </Title>
      <List listStyleType="none" spacing={4}>
        {read.states.map(({ key, phase, label, isFinal }) => (
          <List.Item key={key}>
            <Flex gap="xs" wrap="wrap" align="center">
              {phase ? <PhaseSign phase={phase} label={label} /> : <Text size="sm">{label}</Text>}
              {phase && (
                <Text size="sm" c="dimmed">
                  {t('workflows.countsAs', { phase: t(`phases.${phase as 'awaited'}`) })}
                </Text>
              )}
              {key === read.initial && <Badge variant="default">{t('workflows.start')}</Badge>}
              {isFinal && <Badge variant="default">{t('workflows.final')}</Badge>}
            </Flex>
          </List.Item>
        ))}
      </List>
      {read.flags.length > 0 && <Text size="sm">{t('workflows.flags', { flags: read.flags.join(', ') })}</Text>}
    </Stack>
  );
}
