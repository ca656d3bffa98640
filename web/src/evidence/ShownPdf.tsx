import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { openPdf, type Pdf, wordsOf } from './pdf';
import type { FileHere } from './ShownFile';

/** A PDF as pictures of its pages, with their words for those who can't see them. Nothing of it runs, and no link of it leads anywhere. */
export function ShownPdf({ file: { bytes, address }, title }: { file: FileHere; title: string }) {
  const { t } = useTranslation();
  const pdf = useQuery({ queryKey: ['pdf', address], queryFn: () => openPdf(bytes), gcTime: 0, retry: false });
  if (pdf.error) return <Text role="alert">{t('evidence.unreadablePdf')}</Text>;
  return <Read query={pdf}>{(read) => <Pages pdf={read} title={title} />}</Read>;
}

function Pages({ pdf, title }: { pdf: Pdf; title: string }) {
  const { t } = useTranslation();
  const [n, setN] = useState(1);
  useEffect(() => () => void pdf.loadingTask.destroy(), [pdf]);
  return (
    <Stack gap="xs">
      <Group gap="xs" className="no-print">
        <Button size="xs" variant="default" disabled={n === 1} onClick={() => setN(n - 1)}>
          {t('evidence.pageBefore')}
        </Button>
        <Text size="sm" role="status">
          {t('evidence.pageOf', { n, all: pdf.numPages })}
        </Text>
        <Button size="xs" variant="default" disabled={n === pdf.numPages} onClick={() => setN(n + 1)}>
          {t('evidence.pageAfter')}
        </Button>
      </Group>
      <OnePage key={n} pdf={pdf} n={n} title={title} />
    </Stack>
  );
}

/** Sharp enough to read, and small enough for an old laptop. */
const WIDTH = 1400;

function OnePage({ pdf, n, title }: { pdf: Pdf; n: number; title: string }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState<string>();
  useEffect(() => {
    const drawing = pdf.getPage(n).then(async (page) => {
      if (!canvas.current) return;
      const scale = WIDTH / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      Object.assign(canvas.current, { width: viewport.width, height: viewport.height });
      await page.render({ canvas: canvas.current, viewport }).promise;
      setWords(await wordsOf(page));
    });
    drawing.catch(() => setWords(''));
  }, [pdf, n]);
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('evidence.pageNamed', { title, n })}
        style={{ maxWidth: '100%', border: '1px solid var(--mantine-color-default-border)' }}
      />
      <details>
        <summary>{t('evidence.pageWords')}</summary>
        <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-line' }}>
          {words === '' ? t('evidence.noWords') : words}
        </Text>
      </details>
    </>
  );
}
