import { Button, Group, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useSaySize } from './useSaySize';

/** A file that was chosen and not sent yet, and the way to take it out again. */
export function ChosenFile({ file, leaveLabel, leave }: { file: File; leaveLabel: string; leave: () => void }) {
  const saySize = useSaySize();
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <IconFile size={20} aria-hidden style={{ flex: 'none' }} />
      <Text flex={1} miw={0} lineClamp={2}>
        {file.name} ({saySize(file.size)})
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={leave}>
        {leaveLabel}
      </Button>
    </Group>
  );
}
