import { Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Places } from './Places';
import { usePlaces } from './usePlaces';

/** Mantine's scrollbars measure the list each time that it changes; the browser's own don't, and keep the page under it still. */
const BROWSERS_OWN = {
  scrollbars: false,
  viewportProps: { style: { overflowY: 'auto', overscrollBehavior: 'contain', scrollbarWidth: 'thin' } },
} as const;

/** One field finds pages and the record, by words, names or codes. Opened by "/" from everywhere. */
export function Palette() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const groups = usePlaces(words);
  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      shortcut={['/', 'mod + K']}
      scrollable
      maxHeight={420}
      // To blur a whole page and to fade takes slow machines longer than all the rest.
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
      keepMounted
      // Shown by its style alone: as an activity of React's each part of it would begin anew whenever it is opened.
      keepMountedMode="display-none"
      // What locks the page under it has the browser work out the style of everything on the page.
      lockScroll={false}
    >
      <Spotlight.Search
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={t('frame.searchAll')}
        aria-label={t('frame.searchAll')}
      />
      {groups.length > 0 ? (
        <Spotlight.ActionsList {...BROWSERS_OWN}>
          <Places groups={groups} />
        </Spotlight.ActionsList>
      ) : (
        <Spotlight.Empty>{t('frame.nothingFound')}</Spotlight.Empty>
      )}
    </Spotlight.Root>
  );
}
