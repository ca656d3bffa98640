import { Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Problem } from '../api/problem';
import { Read } from '../frame/Read';
import { Done } from './Done';
import { NewPassword, SHORTEST } from './NewPassword';
import { NoSuchLink } from './NoSuchLink';
import { Outside } from './Outside';

/** Where the link of an invitation leads: what is offered, a name, a password, and one is a member. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invitations/$token' });
  const [isAccepted, setIsAccepted] = useState(false);
  const offer = useQuery({
    queryKey: ['invitations', token],
    queryFn: () => answer(client.GET('/api/v1/auth/invitations/{token}', { params: { path: { token } } })),
    staleTime: Infinity,
  });
  return (
    <Outside title={t('signIn.invited')}>
      {isAccepted && <Done words={t('signIn.accepted')} />}
      {!isAccepted && isSpent(offer.error) && (
        <Stack align="flex-start">
          <Spent error={offer.error} />
          <Button component={Link} to="/sign-in">
            {t('signIn.enter')}
          </Button>
        </Stack>
      )}
      {!isAccepted && !isSpent(offer.error) && (
        <Read query={offer}>
          {(offered) => <Offer token={token} offered={offered} onAccepted={() => setIsAccepted(true)} />}
        </Read>
      )}
    </Outside>
  );
}

const isSpent = (error: Error | null): boolean => error instanceof Problem && error.status === 404;

function Spent({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  return <NoSuchLink error={error} title={t('signIn.noInvitation')} words={t('signIn.noInvitationWhy')} />;
}

interface OfferProps {
  token: string;
  offered: Schema['OfferView'];
  onAccepted: () => void;
}

function Offer({ token, offered, onAccepted }: OfferProps) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accepting = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/auth/invitations/{token}', { params: { path: { token } }, body: { name, password } }),
      ),
    onSuccess: onAccepted,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    accepting.mutate();
  };
  const roles = offered.roles.map((role) => t(`administration.role.${role as 'editor'}`));
  return (
    <Paper withBorder p="lg">
      <form onSubmit={submit}>
        <Stack>
          <Text fw={600}>
            {t('signIn.offered', {
              workspace: offered.workspace,
              organization: offered.organization.name,
              email: offered.email,
              roles: new Intl.ListFormat(i18n.language).format(roles),
            })}
          </Text>
          <Text size="sm">{t('signIn.invitedWhy')}</Text>
          <TextInput
            label={t('signIn.name')}
            description={t('signIn.nameHint')}
            autoComplete="name"
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword
            label={t('signIn.password')}
            description={t('signIn.passwordRule', { shortest: SHORTEST })}
            value={password}
            onChange={setPassword}
          />
          <Spent error={accepting.error} />
          <Button type="submit" loading={accepting.isPending}>
            {t('signIn.accept')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
