import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Problem } from '../api/problem';

interface PasswordStepProps {
  email: string;
  onDone: () => unknown;
  /** The password was right, and a second factor of one of these kinds is asked. */
  onHalf: (kinds: string[]) => void;
}

const asksForMore = (error: Error): error is Problem =>
  error instanceof Problem && error.code === 'second-factor-asked';

/** The session is in a cookie that no script can read; this page never keeps the password. */
export function PasswordStep({ email: known, onDone, onHalf }: PasswordStepProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/auth/sign-in', { body: { email, password } })),
    onSuccess: onDone,
    onError: (error) => {
      if (asksForMore(error)) onHalf(error.kinds);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          readOnly={known !== ''}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus={!known}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          data-autofocus={known !== ''}
        />
        {signIn.isError && !asksForMore(signIn.error) && (
          <Alert color="red" role="alert" title={t('signIn.failed')}>
            {signIn.error.message || t('frame.failedWhy')}
          </Alert>
        )}
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  );
}
