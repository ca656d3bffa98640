import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import { OpenFile } from './OpenFile';
import type { Piece } from './piece';
import { TakeCopy, typeOfCopy } from './TakeCopy';

/** The file of a piece: a copy without traces, which is what the page shows too, or the original; opening one that not all may read leaves a trace, which is said before. */
export function PieceFile({ piece: { id, mediaType, size, title, confidentiality } }: { piece: Piece }) {
  const { t } = useTranslation();
  const path = `/api/v1/workspaces/${useWorkspace()}/evidence/${id}`;
  const isWatched = confidentiality === 'organization' || confidentiality === 'restricted';
  const copyType = typeOfCopy(mediaType ?? '');
  const copy = copyType ? { path: `${path}/working-copy`, mediaType: copyType } : undefined;
  return (
    <>
      {copy && <TakeCopy path={copy.path} title={title ?? ''} />}
      <OpenFile
        path={`${path}/content`}
        mediaType={mediaType ?? ''}
        shown={copy}
        size={size}
        title={title ?? ''}
        download={t('evidence.originalTitle')}
      >
        <Text size="sm">{t(copy ? 'evidence.originalWhy' : 'evidence.noCopy')}</Text>
        {isWatched && <Text size="sm">{t('evidence.openingIsKept')}</Text>}
      </OpenFile>
    </>
  );
}
