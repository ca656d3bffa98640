import { Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../administration/lists';
import { DateField } from '../dates/DateField';
import { useMembership } from '../frame/workspace';

export interface Planned {
  what: string;
  ownerId: string;
  dueOn: string | null;
}

/** What is to be done next, who of one's own organization does it, and by when. */
export function StepFields({ planned, onPlanned }: { planned: Planned; onPlanned: (planned: Planned) => void }) {
  const { t } = useTranslation();
  const membership = useMembership();
  const members = useMembers();
  const own = (members.data?.items ?? []).filter(({ organization }) => organization.id === membership.organization.id);
  return (
    <Stack>
      <Textarea
        label={t('nextSteps.what')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={planned.what}
        onChange={(event) => onPlanned({ ...planned, what: event.currentTarget.value })}
      />
      <Select
        label={t('nextSteps.owner')}
        description={t('nextSteps.ownerAbout')}
        allowDeselect={false}
        value={planned.ownerId}
        data={own.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onPlanned({ ...planned, ownerId: id ?? membership.id })}
      />
      <DateField label={t('nextSteps.dueOn')} onChange={(dueOn) => onPlanned({ ...planned, dueOn })} />
    </Stack>
  );
}
