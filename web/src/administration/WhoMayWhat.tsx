import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { LevelSign } from '../evidence/LevelSign';
import { LEVELS, type Level } from '../evidence/levels';
import { WhoReads } from '../evidence/WhoReads';
import { Read } from '../frame/Read';
import { useMembership } from '../frame/workspace';
import { OneThing, Things } from '../frame/OneThing';
import { ROLES, useSayRoles } from './useSayRoles';

type Permission = Schema['PermissionView'];

/** The same for every workspace, and for as long as the server is the same. */
const usePermissions = () =>
  useQuery({
    queryKey: ['permissions'],
    queryFn: () => answer(client.GET('/api/v1/permissions')),
    staleTime: Infinity,
  });

/** Who reads what at each level, and what each role may do: from the table by which the server decides. */
export function WhoMayWhat() {
  const { t } = useTranslation();
  const permissions = usePermissions();
  return (
    <Stack gap="xl">
      <Stack component="section" gap="sm">
        <Title order={2}>{t('access.whoSees')}</Title>
        <Text size="sm">{t('access.whoSeesHint')}</Text>
        <Things>
          {LEVELS.map((level) => (
            <OneLevel key={level} level={level} />
          ))}
        </Things>
      </Stack>
      <Stack component="section" gap="sm">
        <Title order={2}>{t('access.whoMay')}</Title>
        <Text size="sm">{t('access.whoMayHint')}</Text>
        <Read query={permissions}>
          {({ items }) => (
            <>
              <ByRole permissions={items} />
              <OneByOne permissions={items} />
            </>
          )}
        </Read>
      </Stack>
    </Stack>
  );
}

function OneLevel({ level }: { level: Level }) {
  const { t } = useTranslation();
  return (
    <OneThing>
      <LevelSign level={level} />
      <Text size="sm">{t(`evidence.levelMeans.${level}`)}</Text>
      <WhoReads level={level} />
    </OneThing>
  );
}

/** Side by side, where there is room. */
function ByRole({ permissions }: { permissions: Permission[] }) {
  const { t } = useTranslation();
  const own = useMembership().roles;
  return (
    <Table visibleFrom="sm" verticalSpacing="xs" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('access.act')}</Table.Th>
          {ROLES.map((role) => (
            <Table.Th key={role} scope="col">
              {t(own.includes(role) ? 'access.yours' : 'access.role', { role: t(`administration.role.${role}`) })}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {permissions.map((permission) => (
          <Table.Tr key={permission.key}>
            <Table.Th scope="row" fw={400}>
              <Act permission={permission} />
            </Table.Th>
            {ROLES.map((role) => (
              <Table.Td key={role}>{t(permission.roles.includes(role) ? 'access.yes' : 'access.no')}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** One under the other, on a phone. */
function OneByOne({ permissions }: { permissions: Permission[] }) {
  const sayRoles = useSayRoles();
  return (
    <Stack hiddenFrom="sm">
      <Things>
        {permissions.map((permission) => (
          <OneThing key={permission.key}>
            <Act permission={permission} />
            <Text size="sm" c="dimmed">
              {sayRoles(permission.roles)}
            </Text>
          </OneThing>
        ))}
      </Things>
    </Stack>
  );
}

function Act({ permission: { key, asksFreshSignIn } }: { permission: Permission }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t(`access.may.${key}`)}</Text>
      {asksFreshSignIn && (
        <Text size="xs" c="dimmed">
          {t('access.fresh')}
        </Text>
      )}
    </>
  );
}
