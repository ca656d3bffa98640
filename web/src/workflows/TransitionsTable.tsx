import { List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PhaseSign } from '../phases/PhaseSign';
import type { Read, Transition } from './definition';
import { useSayCondition } from './useSayCondition';

/** Every step: from where, to where, and what it needs. The same as the picture, to be heard or read on a phone. */
export function TransitionsTable({ read }: { read: Read }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('workflows.step')}</Table.Th>
          <Table.Th>{t('workflows.from')}</Table.Th>
          <Table.Th>{t('workflows.to')}</Table.Th>
          <Table.Th w="38%">{t('workflows.needs')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {read.transitions.map((step) => (
          <Step key={step.key} step={step} read={read} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Step({ step, read }: { step: Transition; read: Read }) {
  const { t } = useTranslation();
  const say = useSayCondition(read);
  return (
    <Table.Tr>
      <Table.Th scope="row">{read.say(step.label)}</Table.Th>
      <Table.Td data-label={t('workflows.from')}>
        <Stack gap={2}>
          {step.from.map((key) => (
            <State key={key} of={key} read={read} />
          ))}
        </Stack>
      </Table.Td>
      <Table.Td data-label={t('workflows.to')}>
        <State of={step.to} read={read} />
      </Table.Td>
      <Table.Td data-label={t('workflows.needs')}>
        <List size="sm">
          {read.conditionsOf(step).map((condition) => (
            <List.Item key={JSON.stringify(condition)}>{say(condition)}</List.Item>
          ))}
        </List>
      </Table.Td>
    </Table.Tr>
  );
}

function State({ of, read }: { of: string; read: Read }) {
  const { phase, label } = read.state(of);
  return phase ? <PhaseSign phase={phase} label={label} /> : <Text size="sm">{label}</Text>;
}
