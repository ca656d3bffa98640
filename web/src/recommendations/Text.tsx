import { Badge, Blockquote, Group, SegmentedControl, Stack, Text as Words } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import { type Recommendation, titlesOf } from './recommendation';

/** Its title as it was given first, where it is shown in translation. */
export function OriginalTitle({ ask }: { ask: Recommendation }) {
  const { t, i18n } = useTranslation();
  const [, original] = titlesOf(ask, i18n.language);
  if (!original) return null;
  const { title, language } = original;
  return (
    <div>
      {t('recommendations.originalTitle')} <span lang={language}>{title}</span>
    </div>
  );
}

/** Where in which source it stands. */
export function Place({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  const { source } = ask;
  const place = [source.symbol, ask.section, ask.paragraph, ask.label].filter(Boolean).join(' / ');
  return (
    <Group gap={6} component="span">
      <RecordLink to="sources" id={source.id}>
        <span lang={source.language ?? undefined}>{source.title}</span>
      </RecordLink>
      {place && <span>/ {place}</span>}
      <span>/ {ask.code}</span>
      {ask.place && (
        <RecordLink to="intake" id={ask.place.intakeId} search={{ proposal: ask.place.proposalId }}>
          {t('recommendations.inDocument')}
        </RecordLink>
      )}
      {ask.partOf && (
        <span>
          (
          <RecordLink to="recommendations" id={ask.partOf.id}>
            {t('recommendations.partOf', { title: ask.partOf.title })}
          </RecordLink>
          )
        </span>
      )}
    </Group>
  );
}

/** The ask in its own words, in the language it was made in or in translation. */
export function Text({ ask }: { ask: Recommendation }) {
  const { t, i18n } = useTranslation();
  const translations = ask.translations as Record<string, { text: string } | undefined>;
  const languages = [ask.language, ...Object.keys(translations).filter((one) => one !== ask.language)];
  const [language, setLanguage] = useState(translations[i18n.language] ? i18n.language : ask.language);
  const name = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (
    <Stack gap="xs">
      <Blockquote p="md" radius="sm" color="gray" className="quote" lang={language}>
        {language === ask.language ? ask.text : translations[language]?.text}
      </Blockquote>
      <Group gap="xs">
        {languages.length > 1 && (
          <SegmentedControl
            size="xs"
            className="no-print"
            aria-label={t('recommendations.textIn')}
            value={language}
            onChange={setLanguage}
            data={languages.map((value) => ({
              value,
              label:
                value === ask.language
                  ? t('recommendations.original', { language: name.of(value) ?? value })
                  : (name.of(value) ?? value),
            }))}
          />
        )}
        <LevelSign level={ask.confidentiality} />
        {ask.themes.map(({ id, label }) => (
          <Badge key={id} variant="light" color="gray" c="inherit" tt="none">
            {label}
          </Badge>
        ))}
        {ask.publication.label && (
          <Badge variant="outline" color="gray.8" tt="none">
            {t('axes.publication')}: {ask.publication.label}
          </Badge>
        )}
      </Group>
      {ask.condition && <Words size="sm">{t('recommendations.condition', { condition: ask.condition })}</Words>}
    </Stack>
  );
}
