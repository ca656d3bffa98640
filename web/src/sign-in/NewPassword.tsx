import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const SHORTEST = 12;

interface NewPasswordProps {
  label: string;
  description: string;
  value: string;
  onChange: (password: string) => void;
}

/** A password that is being chosen, as long as the server asks for. */
export function NewPassword({ onChange, ...rest }: NewPasswordProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...rest}
      autoComplete="new-password"
      required
      minLength={SHORTEST}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
    />
  );
}
