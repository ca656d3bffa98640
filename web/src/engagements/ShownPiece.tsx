import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PieceCard, useTitleOf } from '../evidence/PieceCard';
import { TakeOff } from '../evidence/TakeOff';
import { useSaving } from '../frame/useSaving';
import { type Shown, takeOff } from './pieces';

interface ShownPieceProps {
  engagementId: string;
  link: Shown;
  mayTakeOff: boolean;
}

/** One piece as it is attached to an engagement: what of it the piece shows. */
export function ShownPiece({ engagementId, link: { evidence, shows }, mayTakeOff }: ShownPieceProps) {
  const { t } = useTranslation();
  const title = useTitleOf()(evidence);
  const signs = (
    <Text size="sm" fw={600}>
      {t(`engagements.showing.${shows}`)}
    </Text>
  );
  return (
    <PieceCard piece={evidence} signs={signs} label={title}>
      {mayTakeOff && <TakingOff engagementId={engagementId} evidenceId={evidence.id} title={title} />}
    </PieceCard>
  );
}

function TakingOff({ engagementId, evidenceId, title }: { engagementId: string; evidenceId: string; title: string }) {
  const { t } = useTranslation();
  const saving = useSaving<undefined, unknown>('engagements', t('engagements.takenOff'), (workspace) =>
    takeOff(workspace, engagementId, evidenceId),
  );
  return <TakeOff title={title} means={t('engagements.takeOffMeans', { title })} saving={saving} />;
}
