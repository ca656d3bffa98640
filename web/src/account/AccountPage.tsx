import { Anchor, Container, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { me } from '../api/queries';
import { ConnectionBand } from '../frame/ConnectionBand';
import { LanguageChoice } from '../frame/LanguageChoice';
import { Read } from '../frame/Read';
import { useSayRoles } from '../administration/useSayRoles';
import { When } from '../dates/When';
import { OwnIdentities } from '../identity-providers/OwnIdentities';
import { SecondFactors } from '../second-factors/SecondFactors';
import { OnlyYou } from './OnlyYou';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';

/** Outside of any workspace: what belongs to the person alone. */
export function AccountPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('pages.account')} - Heed`);
  const mine = useQuery(me);
  return (
    <Container size="md" py="md">
      <Stack gap="lg">
        <Group component="header" justify="space-between" className="no-print">
          <Anchor component={Link} to="/" underline="always">
            {t('account.back')}
          </Anchor>
          <LanguageChoice />
        </Group>
        <Stack component="main" gap="xl">
          <ConnectionBand />
          <Title order={1}>{t('pages.account')}</Title>
          <Read query={mine}>
            {(account) => (
              <>
                <Memberships account={account} />
                <PasswordForm email={account.email} />
                <SecondFactors email={account.email} />
                <OwnIdentities />
                <Sessions current={account.sessionId} />
                <Tokens memberships={account.memberships} />
              </>
            )}
          </Read>
        </Stack>
      </Stack>
    </Container>
  );
}

function Memberships({ account }: { account: Schema['MeView'] }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  return (
    <section aria-labelledby="memberships">
      <Title order={2} id="memberships">
        {t('account.memberships')}
      </Title>
      <Text c="dimmed" size="sm">
        {account.email}
      </Text>
      {account.memberships.length === 0 && <Text>{t('account.noMemberships')}</Text>}
      <List mt="xs" spacing="xs">
        {account.memberships.map((membership) => {
          const { id, workspace, organization, roles, name, endsOn } = membership;
          return (
            <List.Item key={id}>
              <Link to="/w/$workspace" params={{ workspace: workspace.slug }}>
                {workspace.name}
              </Link>
              : {t('account.memberAs', { name, organization: organization.name, roles: sayRoles(roles) })}
              {endsOn && (
                <>
                  {' '}
                  {t('account.until')} <When date={endsOn} />
                </>
              )}
              <OnlyYou membership={membership} />
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}
