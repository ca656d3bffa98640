import { Anchor, Badge, Card, Flex, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';

const FIELDS = ['id', 'key', 'version', 'axis', 'official', 'title', 'source', 'states'] as const;
type Row = Pick<Schema['WorkflowView'], (typeof FIELDS)[number]>;
const FOR = ['response', 'implementation', 'publication'] as const;

/** The workflows that follow-ups may go by, under what they are for. */
export function WorkflowsPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const workflows = useQuery({
    queryKey: [workspace, 'workflows', 'list'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/workflows', {
          params: { path: { workspace }, query: { limit: 200, fields: [...FIELDS] } },
        }),
      ),
  });
  return (
    <Page title={t('workflows.title')} about={t('workflows.about')}>
      <Read query={workflows}>
        {({ items }) => (
          <Stack gap="xl">
            {FOR.map((axis) => (
              <Stack component="section" key={axis} gap="sm" aria-labelledby={`for-${axis}`}>
                <Title order={2} id={`for-${axis}`}>
                  {t(`workflows.for.${axis}`)}
                </Title>
                <SimpleGrid cols={{ base: 1, md: 2 }}>
                  {newestOf(items.filter((one) => one.axis === axis)).map((one) => (
                    <One key={one.id} workflow={one} versions={items.filter(({ key }) => key === one.key).length} />
                  ))}
                </SimpleGrid>
              </Stack>
            ))}
          </Stack>
        )}
      </Read>
    </Page>
  );
}

/** Of each workflow the version that new follow-ups begin with. */
const newestOf = (rows: Row[]): Row[] =>
  rows.filter(({ key, version }) => rows.every((other) => other.key !== key || other.version <= version));

function One({ workflow, versions }: { workflow: Row; versions: number }) {
  const { t } = useTranslation();
  const { key, title, source, official, states } = workflow;
  return (
    <Card withBorder padding="md">
      <Stack gap="xs">
        <Flex justify="space-between" gap="xs" wrap="wrap">
          <Title order={3} size="h5">
            <WorkflowLink of={key}>{title}</WorkflowLink>
          </Title>
          {official && <Badge variant="default">{t('workflows.official')}</Badge>}
        </Flex>
        <Text size="sm">{source}</Text>
        <Flex columnGap="md" rowGap={2} wrap="wrap">
          {states.map(({ state, label, phase }) =>
            phase ? (
              <PhaseSign key={state} phase={phase} label={label} />
            ) : (
              <Text key={state} size="sm">
                {label}
              </Text>
            ),
          )}
        </Flex>
        {versions > 1 && (
          <Text size="xs" c="dimmed">
            {t('workflows.versionCount', { n: versions })}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function WorkflowLink({ of, children }: { of: string; children: string }) {
  const workspace = useWorkspace();
  return (
    <Anchor
      inherit
      display="inline-block"
      py={2}
      renderRoot={(props) => <Link {...props} to="/w/$workspace/workflows/$key" params={{ workspace, key: of }} />}
    >
      {children}
    </Anchor>
  );
}
