import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import { OpenFile } from './OpenFile';
import type { Piece } from './piece';

/** The file of a piece; opening one that not all may read leaves a trace, which is said before. */
export function PieceFile({ piece: { id, mediaType, size, title, confidentiality } }: { piece: Piece }) {
  const { t } = useTranslation();
  const path = `/api/v1/workspaces/${useWorkspace()}/evidence/${id}/content`;
  const isWatched = confidentiality === 'organization' || confidentiality === 'restricted';
  return (
    <OpenFile path={path} mediaType={mediaType ?? ''} size={size} title={title ?? ''}>
      {isWatched && <Text size="sm">{t('evidence.openingIsKept')}</Text>}
    </OpenFile>
  );
}
