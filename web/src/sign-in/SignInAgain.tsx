import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me, queryClient } from '../api/queries';
import { session } from '../api/session';
import { useWatched } from '../api/watched';
import { SetUpFactor } from '../second-factors/SetUpFactor';
import { OrganizationAgain } from './OrganizationAgain';
import { SignInForm } from './SignInForm';

/** Over the page one is on, when the session has ended or an act asks for it: what was typed beneath stays. */
export function SignInAgain() {
  const { t } = useTranslation();
  const why = useWatched(session);
  const { data } = useQuery({ ...me, enabled: false });
  const isOpen = why !== undefined && data !== undefined;
  // Asked of whoever is here already: the workspace asks for it since a moment ago.
  const isFactorMissing = why === 'second-factor-missing';
  const isFresh = why === 'sign-in-again';
  const close = () => session.found();
  const done = () => {
    session.found();
    void queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={isFactorMissing ? t('secondFactors.needed') : t('signIn.again')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {isFactorMissing && data ? (
        <Stack>
          <Text size="sm">{t('secondFactors.neededWhy')}</Text>
          <SetUpFactor email={data.email} onDone={done} onCancel={close} />
        </Stack>
      ) : (
        data && (
          <Stack>
            <Text size="sm">{t(isFresh ? 'signIn.againFresh' : 'signIn.againWhy')}</Text>
            {data.isThroughProvider && isFresh && <Text size="sm">{t('signIn.organizationNotEnough')}</Text>}
            {data.isThroughProvider && !isFresh && <OrganizationAgain id={data.id} onDone={done} />}
            <SignInForm email={data.email} onDone={done} />
            <Text size="sm" c="dimmed">
              {t('signIn.lost')}
            </Text>
          </Stack>
        )
      )}
    </Modal>
  );
}
