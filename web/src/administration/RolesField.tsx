import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, ROLES, useSayRoles } from './useSayRoles';

/** Roles and what each may do. The verifier's is given by two administrators, so it is only kept or taken away here. */
export function RolesField({
  roles,
  had = [],
  onChange,
}: {
  roles: string[];
  had?: string[];
  onChange: (roles: Role[]) => void;
}) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  const offered = ROLES.filter((role) => role !== 'verifier' || had.includes(role));
  return (
    <Checkbox.Group
      label={t('administration.roles')}
      description={t('administration.rolesHint')}
      required
      value={roles}
      onChange={(chosen) => onChange(chosen as Role[])}
    >
      <Stack gap="xs" mt="xs">
        {offered.map((role) => (
          <Checkbox key={role} value={role} label={sayRoles([role])} description={t(`administration.may.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
