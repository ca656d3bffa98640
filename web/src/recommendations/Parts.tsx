import { Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import { PhaseSign } from '../phases/PhaseSign';
import type { Recommendation } from './recommendation';

/** The limbs of an ask, and what they add up to for each addressee. */
export function Parts({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  return (
    <>
      {ask.parts.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2}>{t('recommendations.parts')}</Title>
          <ul>
            {ask.parts.map(({ id, label, title }) => (
              <li key={id}>
                {label}{' '}
                <RecordLink to="recommendations" id={id}>
                  {title}
                </RecordLink>
              </li>
            ))}
          </ul>
        </Stack>
      )}
      {ask.addsUp.length > 0 && <AddsUp ask={ask} />}
    </>
  );
}

function AddsUp({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('recommendations.addsUp')}</Title>
      <Table withTableBorder maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('followUps.addressee')}</Table.Th>
            <Table.Th scope="col">{t('axes.response')}</Table.Th>
            <Table.Th scope="col">{t('axes.implementation')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ask.addsUp.map(({ addressee, response, implementation }) => (
            <Table.Tr key={addressee.id}>
              <Table.Th scope="row">{addressee.name}</Table.Th>
              <Table.Td>
                <PhaseSign phase={response} />
              </Table.Td>
              <Table.Td>
                <PhaseSign phase={implementation} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
