import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, LANGUAGES, speak } from '../i18n/i18n';

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('frame.language')}
      value={i18n.language}
      onChange={(language) => void speak(language as Language)}
      data={Object.entries(LANGUAGES).map(([value, name]) => ({
        value,
        label: (
          <span lang={value} title={name}>
            {value.toUpperCase()}
            <VisuallyHidden> {name}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
