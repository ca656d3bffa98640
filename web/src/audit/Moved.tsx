import { Flex, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { When } from '../dates/When';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import { states } from './states';

type Details = Record<string, unknown>;
type Workflow = Pick<Schema['WorkflowView'], 'id' | 'axis' | 'title' | 'states'>;

/** From which state to which, in the words of the workflow that it was made under. */
export function Moved({ details }: { details: Details }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery(states(workspace));
  const of = (workflow: unknown): Workflow | undefined => data?.items.find(({ id }) => id === workflow);
  const axis = of(details['workflow'])?.axis;
  const kind = KINDS.find((one) => one === details['transition']);
  const { occurredOn } = details;
  return (
    <Flex wrap="wrap" columnGap="sm" align="center">
      {axis && (
        <Text size="sm" c="dimmed">
          {t(`axes.${axis}`)}
        </Text>
      )}
      <State of={details['from']} workflow={of(details['fromWorkflow'])} />
      <IconArrowRight size={16} role="img" aria-label={t('audit.becomes')} />
      <State of={details['to']} workflow={of(details['workflow'])} />
      {typeof occurredOn === 'string' && (
        <Text size="sm">
          {t('audit.happened')} <When date={occurredOn} />
        </Text>
      )}
      {kind && (
        <Text size="sm" c="dimmed">
          {t(`audit.moves.${kind}`)}
        </Text>
      )}
    </Flex>
  );
}

const KINDS = ['open', 'correct', 'void', 'migrate'] as const;

function State({ of, workflow }: { of: unknown; workflow: Workflow | undefined }) {
  const state = workflow?.states.find((one) => one.state === of);
  if (!state) return null;
  return state.phase ? <PhaseSign phase={state.phase} label={state.label} /> : <Text size="sm">{state.label}</Text>;
}
