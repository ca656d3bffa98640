import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { When } from '../dates/When';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';

/** Why and by whom it was closed, and the way back. */
export function Closed({ followUp, mayReopen }: { followUp: FollowUp; mayReopen: boolean }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const reopen = useMutation({
    mutationFn: () =>
      answer(
        client.DELETE('/api/v1/workspaces/{workspace}/follow-ups/{id}/closing', {
          params: { path: { workspace, id: followUp.id }, header: ifMatch(followUp.version) },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
  const { closing } = followUp;
  if (!closing) return null;
  return (
    <Alert role="note" color="gray" title={t(`closing.kinds.${closing.kind}`)}>
      <When date={closing.occurredOn} />: {closing.reason} ({closing.by.name}, {closing.by.organization.name})
      <Refused error={reopen.error} />
      {mayReopen && (
        <Group mt="xs" className="no-print">
          <Button
            size="xs"
            variant="default"
            loading={reopen.isPending}
            onClick={() => {
              reopen.mutate();
            }}
          >
            {t('closing.reopen')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
