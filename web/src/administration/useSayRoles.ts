import { useTranslation } from 'react-i18next';

export const ROLES = ['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles in the reader's language: "editor and verifier". */
export function useSayRoles(): (roles: readonly string[]) => string {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (roles) => list.format(roles.map((role) => t(`administration.role.${role as Role}`)));
}
