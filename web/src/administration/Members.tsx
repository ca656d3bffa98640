import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { today } from '../dates/dates';
import { Read } from '../frame/Read';
import { useMay, useMembership } from '../frame/workspace';
import { type Member, useMembers } from './lists';
import { MemberEditor } from './MemberEditor';
import { OneThing, Things } from '../frame/OneThing';
import { useSayRoles } from './useSayRoles';
import { VerifierRole } from './VerifierRole';

/** Who is in the coalition, organization by organization. */
export function Members() {
  const members = useMembers();
  return <Read query={members}>{({ items }) => <ByOrganization members={items} />}</Read>;
}

function ByOrganization({ members }: { members: Member[] }) {
  const { t } = useTranslation();
  const mayManage = useMay('administrator');
  const [chosen, setChosen] = useState<{ member: Member; to: 'change' | 'verify' }>();
  const organizations = Map.groupBy(members, ({ organization }) => organization.name);
  const names = [...organizations.keys()].sort((a, b) => a.localeCompare(b));
  const close = () => setChosen(undefined);
  return (
    <Stack gap="lg">
      <Text size="sm">{mayManage ? t('administration.membersHint') : t('administration.membersAsk')}</Text>
      {names.map((name) => (
        <section key={name}>
          <Title order={2} mb="xs">
            {name}
          </Title>
          <Things>
            {organizations.get(name)?.map((member) => (
              <OneMember
                key={member.id}
                member={member}
                change={() => setChosen({ member, to: 'change' })}
                verify={() => setChosen({ member, to: 'verify' })}
              />
            ))}
          </Things>
        </section>
      ))}
      {chosen?.to === 'change' && <MemberEditor member={chosen.member} close={close} />}
      {chosen?.to === 'verify' && <VerifierRole member={chosen.member} close={close} />}
    </Stack>
  );
}

function OneMember({ member, change, verify }: { member: Member; change: () => void; verify: () => void }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  const mayManage = useMay('administrator');
  const { id } = useMembership();
  const { name, roles, readsAll, startsOn, endsOn } = member;
  const isPast = endsOn !== null && endsOn < today();
  const isMe = id === member.id;
  return (
    <OneThing
      acts={
        mayManage &&
        (isMe ? (
          <Text size="sm">{t('administration.ownMembership')}</Text>
        ) : (
          <>
            {!roles.includes('verifier') && !isPast && (
              <Button size="xs" variant="default" onClick={verify}>
                {t('administration.makeVerifier')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={change}>
              {t('administration.change')}
            </Button>
          </>
        ))
      }
    >
      <Text fw={600}>
        {name} {isMe && t('administration.you')}
      </Text>
      <Text size="sm">
        {sayRoles(roles)}
        {readsAll && `, ${t('administration.readsAll')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('administration.since')} <When date={startsOn} />
        {endsOn && (
          <>
            , {isPast ? t('administration.ended') : t('administration.lastDay')} <When date={endsOn} />
          </>
        )}
      </Text>
    </OneThing>
  );
}
