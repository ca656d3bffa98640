import { NavLink } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

export function Navigation() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return PAGES.map(({ name, to, icon: Shape }) => (
    <Link
      key={name}
      to={to}
      params={{ workspace }}
      activeOptions={{ exact: name === 'overview' }}
      style={{ textDecoration: 'none', color: 'inherit' }}
    >
      {({ isActive }) => (
        <NavLink
          component="span"
          active={isActive}
          label={t(`pages.${name}`)}
          leftSection={<Shape size={18} aria-hidden />}
        />
      )}
    </Link>
  ));
}
