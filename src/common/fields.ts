// What many DTOs ask of a field.

import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min, registerDecorator, ValidateIf } from 'class-validator';
import { dayRange } from './edtf-date.js';

/** An EDTF date as Heed takes it: `2019-12-22`, `2010-06`, `2010~`, `2010-05/2010-08`. */
export function IsEdtf(): PropertyDecorator {
  return rule(
    'isEdtf',
    (value) => typeof value === 'string' && dayRange(value) !== undefined,
    'Not a date that exists. Write a day (2019-12-22), a month (2010-06), a year (2010), with "~" for about.',
  );
}

/** A day that exists, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return rule(
    'isDay',
    (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && dayRange(value) !== undefined,
    'Not a day that exists: YYYY-MM-DD.',
  );
}

/** An instant that exists, with its offset (RFC 3339). */
export function IsInstant(): PropertyDecorator {
  const check = rule(
    'isInstant',
    (value) => typeof value === 'string' && isInstant(value),
    'Not an instant: 2026-01-31T09:00:00Z.',
  );
  return applyDecorators(check, ApiProperty({ format: 'date-time' }));
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && dayRange(day) !== undefined;
}

/** A whole number. The document would otherwise call it a number, and 1.5 one of them. */
export const IsWhole = (min: number, max: number): PropertyDecorator =>
  applyDecorators(IsInt(), Min(min), Max(max), ApiProperty({ type: 'integer', minimum: min, maximum: max }));

/** A measured quantity as a plain number, as large as what is counted here can be. */
export function IsFigure(): PropertyDecorator {
  const check = rule(
    'isFigure',
    (value) => typeof value === 'number' && Math.abs(value) <= LARGEST_FIGURE,
    'Write a plain number: 1290000, not 1.29 million.',
  );
  return applyDecorators(check, ApiProperty({ type: 'number', minimum: -LARGEST_FIGURE, maximum: LARGEST_FIGURE }));
}

/** Beyond it JavaScript's numbers lose digits. */
const LARGEST_FIGURE = 9e15;

/** Words with something in them besides white space. */
export function IsWords(max: number): PropertyDecorator {
  const check = rule(
    'isWords',
    (value) => typeof value === 'string' && value.trim() !== '' && value.length <= max && isClean(value),
    `Write between 1 and ${String(max)} characters.`,
  );
  return applyDecorators(check, ApiProperty({ type: String, minLength: 1, maxLength: max }));
}

/** Of several things none is a list: the validator would look into it for things, and find none wrong. */
export function HoldsNoLists(): PropertyDecorator {
  return rule(
    'holdsNoLists',
    (value) => !Array.isArray(value) || !value.some(Array.isArray),
    'each value in it must be an object',
  );
}

/** A list of such words, for lists with a limit of their own (`@ArrayMaxSize`). */
export function IsListOfWords(max: number): PropertyDecorator {
  return rule(
    'isListOfWords',
    (value) =>
      Array.isArray(value) &&
      value.every((v) => typeof v === 'string' && v.trim() !== '' && v.length <= max && isClean(v)),
    `Write a list of texts of 1 to ${String(max)} characters each.`,
  );
}

/** For what has a value of its own when it is left out: unlike with `@IsOptional()`, null is refused. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** An object of texts by language: `{ "ko": "..." }`. */
export function IsTextByLanguage(max: number): PropertyDecorator {
  return rule(
    'isTextByLanguage',
    (value) => isTextByLanguage(value, max),
    `Languages (en, ko, zh-Hant) with texts of up to ${String(max)} characters.`,
  );
}

/** PostgreSQL keeps no NUL, and half a character (a lone surrogate) is none. */
export const isClean = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function isTextByLanguage(value: unknown, max: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([k, v]) => LANGUAGE.test(k) && typeof v === 'string' && v.trim() !== '' && v.length <= max && isClean(v),
  );
}

function rule(name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message },
      validator: { validate },
    });
  };
}
