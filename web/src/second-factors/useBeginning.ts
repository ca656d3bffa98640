import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { addPasskey } from './passkeys';
import { useChanging } from './secondFactors';

export type BegunApp = Schema['BegunAuthenticatorView'] & { name: string };

/** An app is begun here and counts with its first code; a passkey counts as soon as the browser has made it. */
export function useBeginning(
  kind: 'authenticator' | 'passkey',
  onBegun: (app: BegunApp) => void,
  onCounts: (recoveryCodes: string[]) => void,
) {
  const { t } = useTranslation();
  return useChanging(async (body: Schema['AddSecondFactorDto']) => {
    if (kind === 'passkey') {
      const { recoveryCodes } = await addPasskey(body);
      notifications.show({ message: t('secondFactors.passkeyAdded', { name: body.name }) });
      onCounts(recoveryCodes);
    } else {
      const begun = await answer(client.POST('/api/v1/me/second-factors/authenticators', { body }));
      onBegun({ ...begun, name: body.name });
    }
  });
}
