import { Anchor, Image } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../frame/Standing';

/** What draws PDFs is large: it is loaded when somebody wants to see one. */
const ShownPdf = lazy(() => import('./ShownPdf').then((all) => ({ default: all.ShownPdf })));

/** What was fetched, and an address for it in this tab alone. */
export interface FileHere {
  bytes: Blob;
  address: string;
}

interface ShownFileProps {
  file: FileHere;
  title: string;
  isPicture: boolean;
}

/** A picture as it is; of a PDF, its pages. */
export function ShownFile({ file, title, isPicture }: ShownFileProps) {
  const { t } = useTranslation();
  if (!isPicture)
    return (
      <Suspense fallback={<Waiting />}>
        <ShownPdf file={file} title={title} />
      </Suspense>
    );
  return (
    <Anchor href={file.address} target="_blank" rel="noopener" title={t('evidence.newTab')}>
      <Image src={file.address} alt={title} mah={640} fit="contain" w="auto" maw="100%" />
    </Anchor>
  );
}
