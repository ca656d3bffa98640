import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Brings what others changed, and shows that it is on its way: the refusal goes only when it is there. The keyboard stays in the form, which
 * this button leaves together with the refusal.
 */
export function ReadAnew({ readAnew }: { readAnew: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'before' | 'reading' | 'failed'>('before');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const form = button.current?.closest<HTMLElement>('form, [role="dialog"], main');
    return () => {
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        if (!form?.isConnected) return;
        form.tabIndex = -1;
        form.focus({ preventScroll: true });
      });
    };
  }, []);
  const press = () => {
    setState('reading');
    readAnew().then(
      () => setState('before'),
      () => setState('failed'),
    );
  };
  return (
    <>
      {state === 'failed' && <Text size="sm">{t('frame.notReadAnew')}</Text>}
      <Button ref={button} size="xs" variant="default" loading={state === 'reading'} onClick={press}>
        {t('frame.readAnew')}
      </Button>
    </>
  );
}
