import { IconBellRinging, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Dialog } from '../frame/Dialog';
import { Remove } from '../frame/Remove';
import { useMembership, useWorkspace } from '../frame/workspace';
import { draftOf, type Engagement } from './engagementDraft';
import { EngagementForm } from './EngagementForm';
import { add } from './useSaveEngagement';
import { useSayEngagement } from './useSayEngagement';

/** What an editor may do with it. */
export function EngagementActs({ engagement }: { engagement: Engagement }) {
  const { t } = useTranslation();
  const say = useSayEngagement();
  // What is entered is entered for one's own organization: of another's nothing can be put back as it was.
  const isOurs = engagement.by.organization.id === useMembership().organization.id;
  return (
    <>
      <Remind engagement={engagement} />
      <Dialog label={t('engagements.edit')} isWide variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
        {(close) => <EngagementForm read={engagement} onSaved={close} />}
      </Dialog>
      <Remove
        noun="engagements"
        row={engagement}
        name={say}
        means={t(isOurs ? 'engagements.removeMeans' : 'engagements.removeMeansOther')}
        undo={isOurs ? (workspace, row) => add(workspace, draftOf(row)) : undefined}
        remove={(workspace, { id, version }) =>
          answer(
            client.DELETE('/api/v1/workspaces/{workspace}/engagements/{id}', {
              params: { path: { workspace, id }, header: ifMatch(version) },
            }),
          )
        }
      />
    </>
  );
}

/** The same people and asks again: silence after a reminder says more than silence. */
function Remind({ engagement: { addressees, recommendations } }: { engagement: Engagement }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  return (
    <Dialog
      label={t('engagements.remind')}
      isWide
      variant="default"
      leftSection={<IconBellRinging size={16} aria-hidden />}
    >
      {(close) => (
        <EngagementForm
          begun={{ kind: 'reminder', addressees, asks: recommendations }}
          onSaved={({ id }) => {
            close();
            void navigate({ to: '/w/$workspace/engagements/$id', params: { workspace, id } });
          }}
        />
      )}
    </Dialog>
  );
}
