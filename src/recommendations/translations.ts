import { registerDecorator } from 'class-validator';
import { isClean } from '../common/fields.js';

/** Title and text by language. */
export type TranslationTexts = Record<string, { title: string; text: string }>;

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** `{ "ko": { "title": "...", "text": "..." } }`, 20 languages at most. */
export function IsTranslations(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isTranslations',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: isTranslations },
      options: { message: 'By language, each with title and text: { "ko": { "title": "...", "text": "..." } }.' },
    });
  };
}

function isTranslations(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value as Record<string, unknown>);
  return entries.length <= 20 && entries.every(([language, texts]) => LANGUAGE.test(language) && isTexts(texts));
}

function isTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { title, text, ...more } = value as Record<string, unknown>;
  return Object.keys(more).length === 0 && isText(title, 300) && isText(text, 50_000);
}

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && isClean(value);
