import { Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type Axis, PHASES } from '../phases/phases';
import { PhaseSign } from '../phases/PhaseSign';
import { ChainLink } from './ChainLink';
import type { FollowUp } from './recommendation';
import classes from './Chain.module.css';

interface MembersProps {
  group: FollowUp;
  /** The follow-ups of those of its members that are followed individually. */
  members: FollowUp[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Under a group: what its members add up to, how many nobody looked at, and each member for whoever wants to see. */
export function Members({ group, members, chosen, onChoose }: MembersProps) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(members.some(({ id }) => id === chosen));
  const { count = 0, notFollowed = 0 } = group.members ?? {};
  return (
    <Stack gap={4} mt={4} role="group" aria-label={t('recommendations.membersOf', { name: group.addressee.name })}>
      <Text size="xs" c="dimmed">
        {t('followUps.members', { count, notFollowed })}
      </Text>
      {members.length > 0 && (
        <>
          <AddsUp axis="response" members={members} />
          <AddsUp axis="implementation" members={members} />
          <Button
            variant="default"
            size="compact-sm"
            className="no-print"
            aria-expanded={isOpen}
            onClick={toggle}
            style={{ alignSelf: 'start' }}
          >
            {t(isOpen ? 'recommendations.hideMembers' : 'recommendations.showMembers', { count: members.length })}
          </Button>
          <Collapse expanded={isOpen}>
            <div className={classes.links}>
              {members.map((member) => (
                <ChainLink
                  key={member.id}
                  link={member}
                  through={[]}
                  isChosen={member.id === chosen}
                  onChoose={() => {
                    onChoose(member.id);
                  }}
                />
              ))}
            </div>
          </Collapse>
        </>
      )}
    </Stack>
  );
}

/** How many of the members that somebody looked at stand where; closed ones are not counted. */
function AddsUp({ axis, members }: { axis: Axis; members: FollowUp[] }) {
  const { t } = useTranslation();
  const open = members.filter(({ closing }) => !closing);
  const counts = PHASES[axis]
    .map((phase) => ({ phase, n: open.filter((one) => one[axis].phase === phase).length }))
    .filter(({ n }) => n > 0);
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed">
        {t(`axes.${axis}`)}
      </Text>
      {counts.map(({ phase, n }) => (
        <PhaseSign key={phase} phase={phase} label={t('phases.number', { phase: t(`phases.${phase}`), n })} />
      ))}
    </Group>
  );
}
