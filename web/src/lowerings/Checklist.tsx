import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered, Question } from './lowerings';

export type Answers = Partial<Record<Question['code'], { answer: Answered['answer']; note: string }>>;

interface ChecklistProps {
  questions: Question[];
  isFile: boolean;
  answers: Answers;
  onChange: (answers: Answers) => void;
}

/** What has to be answered before more people may read a piece. A file can't be passed over as if there were none. */
export function Checklist({ questions, isFile, answers, onChange }: ChecklistProps) {
  const { t } = useTranslation();
  return questions.map(({ code, answers: possible, noteWith }) => {
    const given = answers[code];
    return (
      <Stack key={code} gap="xs">
        <Radio.Group
          label={t(`lowerings.question.${code}`)}
          required
          value={given?.answer ?? null}
          onChange={(answer) => onChange({ ...answers, [code]: { answer, note: given?.note ?? '' } })}
        >
          <Stack gap={6} mt={4}>
            {possible
              .filter((one) => !(isFile && one === 'no-file'))
              .map((one) => (
                <Radio key={one} value={one} label={t(`lowerings.answer.${one}`)} />
              ))}
          </Stack>
        </Radio.Group>
        {given && noteWith.includes(given.answer) && (
          <Textarea
            label={t(`lowerings.note.${given.answer as 'given'}`)}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={given.note}
            onChange={(event) => onChange({ ...answers, [code]: { ...given, note: event.currentTarget.value } })}
          />
        )}
      </Stack>
    );
  });
}

/** As it is sent: a note that its answer doesn't ask for is left out. Undefined while something is not answered. */
export function answersOf(questions: Question[], answers: Answers): Answered[] | undefined {
  const given = questions.flatMap(({ code, noteWith }) => {
    const one = answers[code];
    return one ? [{ code, answer: one.answer, ...(noteWith.includes(one.answer) && { note: one.note }) }] : [];
  });
  return given.length === questions.length ? given : undefined;
}
