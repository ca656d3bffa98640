import { Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

const TOGETHER = 1200;

/** "?" lists the keys; "g" and a letter goes to a page. Never while somebody types. */
export function Keys() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  useGoing();
  useHotkeys([
    ['shift + ?', toggle],
    ['?', toggle],
  ]);
  const own = [
    ['/', t('keys.search')],
    ['?', t('keys.list')],
    ['j / k', t('keys.next')],
    ['m', t('keys.move')],
    ['v', t('keys.verify')],
    ['r', t('keys.return')],
    ['Esc', t('keys.close')],
  ];
  const reading = [
    ['j / k', t('keys.next')],
    ['a / r', t('keys.decide')],
    ['x', t('keys.rejectAndSay')],
    ['Shift a', t('keys.acceptSection')],
    ['o', t('keys.reopen')],
    ['e', t('keys.edit')],
    ['s', t('keys.split')],
    ['m', t('keys.merge')],
    ['n', t('keys.add')],
    ['t', t('keys.tick')],
    ['u', t('keys.undo')],
  ];
  const groups = [
    { name: t('keys.everywhere'), keys: own },
    { name: t('keys.reading'), keys: reading },
    { name: t('keys.pages'), keys: PAGES.map(({ name, key }) => [`g ${key}`, t(`pages.${name}`)]) },
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {groups.map(({ name, keys }) => (
        <Table key={name} mb="md" captionSide="top" aria-label={name}>
          <Table.Caption ta="start" fw={600}>
            {name}
          </Table.Caption>
          <Table.Tbody>
            {keys.map(([key, words]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={110}>
                  <Kbd>{key}</Kbd>
                </Table.Th>
                <Table.Td>{words}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Modal>
  );
}

function useGoing(): void {
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const began = useRef(0);
  useHotkeys([['g', () => (began.current = Date.now())]]);
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const page = PAGES.find(({ key }) => key === event.key);
      if (!page || Date.now() - began.current > TOGETHER || isTyping(event)) return;
      began.current = 0;
      void navigate({ to: page.to, params: { workspace } });
    };
    window.addEventListener('keyup', go);
    return () => window.removeEventListener('keyup', go);
  }, [navigate, workspace]);
}

const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'));
