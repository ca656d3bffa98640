import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, USUAL } from './columns';
import type { Put, View } from './filters';
import { useSayColumn } from './useSayColumn';

/** Which columns the table has; at least the recommendation. */
export function ChooseColumns({ view: { columns }, put }: { view: View; put: Put }) {
  const { t } = useTranslation();
  const say = useSayColumn();
  return (
    <Popover position="bottom-end" trapFocus withinPortal={false} closeOnEscape>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('followUps.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('followUps.columns')}>
        <Stack gap="xs">
          <Checkbox.Group
            label={t('followUps.columns')}
            value={columns}
            onChange={(chosen) => put({ columns: COLUMNS.filter((one) => chosen.includes(one)) })}
          >
            <Stack gap={6} mt="xs">
              {COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  value={column}
                  label={say(column)}
                  disabled={column === 'recommendation' && columns.includes(column)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button variant="subtle" size="xs" onClick={() => put({ columns: USUAL })}>
            {t('followUps.usualColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
