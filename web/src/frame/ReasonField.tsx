import { Textarea, type TextareaProps } from '@mantine/core';

interface ReasonFieldProps extends Pick<TextareaProps, 'label' | 'description' | 'maxLength' | 'w'> {
  value: string;
  put: (words: string) => void;
  /** Where the dialog is about nothing else, one types at once. */
  isFirst?: boolean;
}

/** Why, in one's own words; without them nothing is sent. */
export function ReasonField({ put, isFirst = false, ...field }: ReasonFieldProps) {
  return (
    <Textarea
      {...field}
      required
      autosize
      minRows={2}
      onChange={(event) => put(event.currentTarget.value)}
      {...(isFirst && { 'data-autofocus': true })}
    />
  );
}
