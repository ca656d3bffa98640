import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface KeepCodesProps {
  codes: string[];
  email: string;
  onKept: () => void;
}

/** Recovery codes, this once, and ways to keep them. */
export function KeepCodes({ codes, email, onKept }: KeepCodesProps) {
  const { t } = useTranslation();
  const text = `${t('secondFactors.file', { email, host: window.location.host })}\n\n${codes.join('\n')}\n`;
  return (
    <Alert color="yellow" role="status" icon={<IconKey aria-hidden />} title={t('secondFactors.keep')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('secondFactors.recoveryWhy')}</Text>
        <SimpleGrid component="ul" cols={{ base: 1, xs: 2 }} spacing="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {codes.map((code) => (
            <li key={code}>
              <Code fz="md">{code}</Code>
            </li>
          ))}
        </SimpleGrid>
        <Text size="sm">{t('secondFactors.once')}</Text>
        <Group gap="xs" className="no-print">
          <Button size="xs" onClick={() => save('heed-recovery-codes.txt', text)}>
            {t('secondFactors.download')}
          </Button>
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {t('secondFactors.print')}
          </Button>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? t('frame.copied') : t('frame.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Button onClick={onKept} className="no-print">
          {t('secondFactors.kept')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** Into the person's own files; nothing leaves the browser. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
