import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Refused } from '../frame/Refused';
import { editComment, type On, type Said, writeComment } from './comments';
import { MentionsField } from './MentionsField';

interface WriteProps {
  on: On;
  /** The comment that begins the thread, for a reply. */
  replyTo?: string;
  /** One's own comment, to say it otherwise. */
  said?: Said;
  onClose?: () => void;
}

/** A new comment begins with a button; a reply and another wording are written where they belong. */
export function Write(given: WriteProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(given.onClose !== undefined);
  const close = given.onClose ?? (() => setIsOpen(false));
  if (isOpen) return <Form {...given} close={close} />;
  return (
    <Group className="no-print">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMessagePlus size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('comments.write')}
      </Button>
    </Group>
  );
}

function Form({ on, replyTo, said, close }: WriteProps & { close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(said?.text ?? '');
  const [mentions, setMentions] = useState(said?.mentions.map(({ id }) => id) ?? []);
  const people = useRef<HTMLInputElement>(null);
  const saving = useActing(t(said ? 'comments.wasChanged' : 'comments.wasWritten'), (workspace) => {
    const body = { text: text.trim(), mentions };
    return said
      ? editComment(workspace, said, body)
      : writeComment(workspace, on, { ...body, replyTo: replyTo ?? null });
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(undefined, { onSuccess: close });
  };
  return (
    <form
      onSubmit={submit}
      className="no-print"
      aria-label={t(replyTo ? 'comments.reply' : said ? 'comments.edit' : 'comments.write')}
    >
      <Stack gap="xs">
        <Textarea
          label={t(replyTo ? 'comments.replyText' : 'comments.text')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!beginsMention(event)) return;
            event.preventDefault();
            people.current?.focus();
          }}
        />
        <MentionsField ref={people} value={mentions} onChange={setMentions} known={said?.mentions ?? []} />
        <Refused error={saving.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={saving.isPending}>
            {t(said ? 'comments.save' : 'comments.send')}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** "@" where a word begins: within an address it is a letter like any other. */
function beginsMention({ key, currentTarget: { value, selectionStart } }: KeyboardEvent<HTMLTextAreaElement>): boolean {
  return key === '@' && /(^|\s)$/.test(value.slice(0, selectionStart));
}
