import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';

interface SecondFactorSettingProps {
  /** As it is saved. */
  isAsked: boolean;
  /** As it is chosen now. */
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Before it is saved, whom it concerns. How many are named on restricted evidence is told to nobody. */
export function SecondFactorSetting({ isAsked, checked, onChange }: SecondFactorSettingProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const holders = useQuery({
    queryKey: [workspace, 'second-factors'],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/second-factors', { params: { path: { workspace } } })),
    enabled: checked && !isAsked,
  });
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('administration.secondFactor')}
        description={t('administration.secondFactorHint')}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {checked && !isAsked && (
        <Read query={holders}>
          {({ administrators, verifiers }) => (
            <Text size="sm" role="status">
              {t('administration.secondFactorHolders', {
                administrators: administrators.without,
                allAdministrators: administrators.members,
                verifiers: verifiers.without,
                allVerifiers: verifiers.members,
              })}{' '}
              {t('administration.secondFactorMeans')}
            </Text>
          )}
        </Read>
      )}
      {!checked && isAsked && (
        <Text size="sm" role="status">
          {t('administration.secondFactorOff')}
        </Text>
      )}
    </Stack>
  );
}
