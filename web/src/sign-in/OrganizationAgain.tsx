import { Anchor, Button, Divider, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me, queryClient } from '../api/queries';
import { keptCode } from '../identity-providers/providerSignIn';
import { Refused } from '../frame/Refused';

interface OrganizationAgainProps {
  /** The person whose page it is. */
  id: string;
  onDone: () => unknown;
}

/** Their organization's own page is another page: it opens beside this one, where what was typed stays. */
export function OrganizationAgain({ id, onDone }: OrganizationAgainProps) {
  const { t } = useTranslation();
  const code = keptCode();
  const going = useMutation({
    mutationFn: () => queryClient.query({ ...me, staleTime: 0 }),
    // Somebody else signed in there: nothing here is theirs to see.
    onSuccess: (here) => (here.id === id ? onDone() : window.location.assign('/')),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t('signIn.organizationBeside')}</Text>
      <Anchor size="sm" underline="always" target="_blank" href={`/sign-in/${encodeURIComponent(code)}`}>
        {t('signIn.organizationAgain')} <IconExternalLink size={14} aria-hidden />
      </Anchor>
      <Button variant="default" loading={going.isPending} onClick={() => going.mutate()}>
        {t('signIn.goOn')}
      </Button>
      <Refused error={going.error} />
      <Divider w="100%" label={t('signIn.orPassword')} />
    </Stack>
  );
}
