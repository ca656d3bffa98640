import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { codeIn, goToOrganization, keptCode } from './providerSignIn';

/** The way to one's organization's own sign-in. Which organizations there are is told to nobody: one knows its address, or was here before. */
export function OrganizationSignIn({ code: given = '' }: { code?: string }) {
  const { t } = useTranslation();
  const known = given || keptCode();
  const [isTyping, setTyping] = useState(false);
  const [typed, setTyped] = useState('');
  const going = useMutation({ mutationFn: goToOrganization });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    going.mutate(codeIn(typed));
  };
  if (known && !isTyping)
    return (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('signIn.organizationLeads')}</Text>
        <WhyNot error={going.error} />
        <Group gap="xs">
          <Button
            variant={given ? 'filled' : 'default'}
            leftSection={<IconBuilding size={18} aria-hidden />}
            loading={going.isPending}
            onClick={() => going.mutate(known)}
          >
            {t('signIn.organizationAgain')}
          </Button>
          {!given && (
            <Button variant="subtle" onClick={() => setTyping(true)}>
              {t('signIn.organizationAnother')}
            </Button>
          )}
        </Group>
      </Stack>
    );
  if (!isTyping)
    return (
      <Button
        variant="default"
        leftSection={<IconBuilding size={18} aria-hidden />}
        onClick={() => setTyping(true)}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('signIn.organization')}
      </Button>
    );
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="flex-start">
        <TextInput
          w="100%"
          label={t('signIn.organizationCode')}
          description={t('signIn.organizationCodeHint')}
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={300}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoFocus
        />
        <WhyNot error={going.error} />
        <Button type="submit" variant="default" loading={going.isPending}>
          {t('signIn.organizationGo')}
        </Button>
      </Stack>
    </form>
  );
}

/** What is no organization's address is said in words of its own: whoever was given it can't know what else is meant. */
function WhyNot({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!(error instanceof Problem) || error.status !== 404) return <Refused error={error} />;
  return (
    <Alert color="red" role="alert">
      {t('signIn.organizationUnknown')}
    </Alert>
  );
}
