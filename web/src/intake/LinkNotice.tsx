import { Alert, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../administration/settings';
import { useMay, useWorkspace } from '../frame/workspace';

const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/** Whether words are an address and nothing else. */
export const isAddress = (words: string): boolean => ADDRESS.test(words);

/** The address that somebody pasted, whole. */
export const addressIn = (words: string): string => words.trim().replace(/^www\./i, 'https://www.');

/** Whether the workspace lets Heed fetch what an address leads to; undefined until that is known. Asked when there is one. */
export function useFetches(isLink: boolean): boolean | undefined {
  return useQuery({ ...settingsOf(useWorkspace()), enabled: isLink }).data?.keepsCopies;
}

/** That it is an address: what fetching it tells, or why nothing is fetched and what to do instead. */
export function LinkNotice() {
  const { t } = useTranslation();
  const fetches = useFetches(true);
  const maySwitchOn = useMay('administrator');
  if (fetches === undefined) return null;
  return (
    <Alert
      role="status"
      color="gray"
      icon={<IconInfoCircle aria-hidden />}
      title={t(fetches ? 'intake.isFetched' : 'intake.isLink')}
    >
      {t(fetches ? 'intake.isFetchedWhy' : 'intake.isLinkWhy')}
      {!fetches && (
        <Text size="sm" mt="xs">
          {t(maySwitchOn ? 'intake.maySwitchOn' : 'intake.whoSwitchesOn')}
        </Text>
      )}
    </Alert>
  );
}
