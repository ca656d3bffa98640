import { Alert, Anchor, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Problem } from '../api/problem';
import { arrive } from '../sign-in/arrive';
import { Outside } from '../sign-in/Outside';
import { SecondStep } from '../sign-in/SecondStep';
import { takeAnswer, wasLinking } from './providerSignIn';

/** Where one's organization's sign-in sends the browser back to: what it said is given on once, and one is in or reads why not. */
export function ReturnPage() {
  const [isLinking] = useState(wasLinking);
  return isLinking ? <Linking /> : <SigningIn />;
}

function SigningIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kinds, setKinds] = useState<string[]>();
  const enter = () => {
    arrive();
    return navigate({ to: '/', replace: true });
  };
  const finishing = useMutation({
    mutationFn: (given: string) =>
      answer(client.POST('/api/v1/auth/provider-sign-ins/answers', { body: { answer: given } })),
    onSuccess: enter,
    onError: (error) => {
      if (error instanceof Problem && error.code === 'second-factor-asked') setKinds(error.kinds);
    },
  });
  useOnce(() => finishing.mutate(takeAnswer()));
  if (kinds)
    return (
      <Outside title={t('signIn.title')} heading="Heed">
        <Paper withBorder p="lg">
          <SecondStep kinds={kinds} onDone={enter} startAnew={() => void navigate({ to: '/sign-in' })} />
        </Paper>
      </Outside>
    );
  return <Standing title={t('signIn.returning')} failed={t('signIn.failed')} error={finishing.error} />;
}

function Linking() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const linking = useMutation({
    mutationFn: (given: string) => answer(client.POST('/api/v1/me/identities', { body: { answer: given } })),
    onSuccess: () => navigate({ to: '/account', hash: 'linked', replace: true }),
  });
  useOnce(() => linking.mutate(takeAnswer()));
  return <Standing title={t('signIn.linking')} failed={t('signIn.notLinked')} error={linking.error} isLinking />;
}

interface StandingProps {
  title: string;
  failed: string;
  error: Error | null;
  isLinking?: boolean;
}

function Standing({ title, failed, error, isLinking = false }: StandingProps) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : undefined;
  if (!error)
    return (
      <Outside title={title}>
        <Text role="status">{t('signIn.organizationLeads')}</Text>
      </Outside>
    );
  return (
    <Outside title={failed}>
      <Stack>
        <Alert color="red" role="alert" title={problem?.title || failed}>
          {problem?.message || t('frame.failedWhy')}
        </Alert>
        <Anchor component={Link} to={isLinking ? '/account' : '/sign-in'} underline="always">
          {t(isLinking ? 'signIn.toAccount' : 'signIn.withPassword')}
        </Anchor>
      </Stack>
    </Outside>
  );
}

/** An answer counts once, and development draws pages twice. */
function useOnce(act: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  });
}
