import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { LevelField } from '../evidence/LevelField';
import { Refused } from '../frame/Refused';
import { useMembership } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { type Contribution, type Said, state, stateAnew, STRENGTHS } from './contributions';
import { Named } from './Named';
import { begun, cleaned } from './statementDraft';

/** There is no statement for named persons alone. */
const LEVELS = ['public', 'coalition', 'organization'] as const;

interface StatementFormProps {
  of: FollowUp;
  /** The statement that is made anew. */
  read?: Contribution;
  onSaved: () => void;
}

/** What our advocacy had to do with it, how sure that is, what others did, what else may explain it, on which grounds. */
export function StatementForm({ of, read, onSaved }: StatementFormProps) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const [said, setSaid] = useState<Said>(begun(read));
  const put = (change: Partial<Said>) => setSaid((before) => ({ ...before, ...change }));
  const saving = useActing<undefined>(t('contributions.saved'), (workspace) =>
    read ? stateAnew(workspace, read, cleaned(said)) : state(workspace, of.id, cleaned(said)),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(undefined, { onSuccess: onSaved });
  };
  const area = (field: 'statement' | 'othersPart' | 'otherExplanations', most: number) => (
    <Textarea
      label={t(`contributions.${field}`)}
      required={field === 'statement'}
      autosize
      minRows={2}
      maxLength={most}
      value={said[field] ?? ''}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit} aria-label={t('contributions.form')}>
      <Stack>
        {area('statement', 10_000)}
        {area('othersPart', 5000)}
        {area('otherExplanations', 5000)}
        <Radio.Group
          label={t('contributions.strength')}
          value={said.strength}
          onChange={(value) => put({ strength: STRENGTHS.find((one) => one === value) ?? said.strength })}
        >
          <Stack gap="xs" mt={4}>
            {STRENGTHS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`contributions.strengths.${one}`)}
                description={t(`contributions.needs.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Named of={of} said={said} onChange={put} />
        {!read && (
          <LevelField
            levels={LEVELS}
            level={said.confidentiality ?? 'coalition'}
            onChange={(confidentiality) => put({ confidentiality })}
          />
        )}
        <Text size="sm">
          {t(read ? 'contributions.willBeAnew' : 'contributions.willBe', { organization: organization.name })}
        </Text>
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('contributions.save')}
        </Button>
      </Stack>
    </form>
  );
}
