import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Asking } from '../frame/Asking';
import { removeComment, type Said } from './comments';

/** Takes back what one said, after saying what stays. */
export function RemoveComment({ said }: { said: Said }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const removing = useActing(t('comments.wasRemoved'), (workspace) => removeComment(workspace, said));
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={open}>
        {t('comments.remove')}
      </Button>
      {isOpen && (
        <Asking
          title={t('comments.removeTitle')}
          act={t('comments.remove')}
          isDangerous
          saving={removing}
          close={close}
        >
          <Text size="sm">{t('comments.removeMeans')}</Text>
        </Asking>
      )}
    </>
  );
}
