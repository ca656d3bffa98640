// Whatever the server says to people it says in English and in Korean, with the same parameters.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import ts from 'typescript';
import '../../src/app.module.js';
import { ROLES } from '../../src/access/actor.js';
import { ruleWords } from '../../src/common/validation-words.js';
import { KOREAN } from '../../src/common/words.js';
import { builtInWorkflows } from '../../src/workflows/built-in-workflows.js';
import { AXES, type Condition, PHASES } from '../../src/workflows/workflow.definition.js';

const HANGUL = /[가-힣]/;
/** The same in every language: what they say is a piece of HTTP, or nothing but parameters. */
const WORDLESS = ['{0} {1}', 'Content-Type: multipart/form-data', 'Content-Type: application/json', 'UPR Info'];
const marks = (sentence: string): string[] => [...sentence.matchAll(/\{\d+\}/g)].map(String).sort();

/** Every sentence of the sources, as say`...` looks it up. */
const sentences = globSync('src/**/*.ts', { exclude: (name) => name.endsWith('.spec.ts') }).flatMap((file) => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') found.push(sentenceOf(node.template));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
});

function sentenceOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, n) => `{${n}}${literal.text}`).join('');
}

describe('a sentence', () => {
  it('stands in the sources often enough to trust the search for them', () => {
    expect(sentences.length).toBeGreaterThan(250);
    expect(sentences).toContain('Say why, in a note.');
  });

  it('has its Korean, unless it is wordless', () => {
    const lacking = sentences.filter((sentence) => !HANGUL.test(KOREAN[sentence] ?? ''));
    expect(lacking.filter((sentence) => !WORDLESS.includes(sentence))).toEqual([]);
  });

  it('has the same parameters in both languages', () => {
    const differing = Object.entries(KOREAN).filter(
      ([english, korean]) => marks(english).join() !== marks(korean).join(),
    );
    expect(differing).toEqual([]);
  });

  it('is made of words that are there: every role, axis, phase, and whoever classifies', () => {
    const coders = conditionsOfAll().flatMap((condition) => (condition.is === 'coded-by' ? condition.who : []));
    const words = [...ROLES, ...AXES, ...PHASES.response, ...PHASES.implementation, ...coders];
    expect(words.filter((key) => !Object.hasOwn(KOREAN, key))).toEqual([]);
  });

  it('names the states of responses as their labels do', () => {
    const states = builtInWorkflows
      .filter(({ axis }) => axis === 'response')
      .flatMap((definition) => Object.entries(definition.states));
    expect(states.filter(([key]) => !Object.hasOwn(KOREAN, key)).map(([key]) => key)).toEqual([]);
    for (const [key, { label }] of states) expect([key, KOREAN[key]]).toEqual([key, label['ko']]);
  });

  it('is still said: what nobody says any more leaves words.ko.json', () => {
    const idle = Object.keys(KOREAN).filter((english) => / |\.$|^\(/.test(english) && !sentences.includes(english));
    expect(idle).toEqual([]);
  });
});

const conditionsOfAll = (): Condition[] =>
  builtInWorkflows.flatMap(({ transitions }) => transitions.flatMap((rule) => rule.conditions));

describe('a rule of validation', () => {
  const rules = rulesOfFields();

  it('is found on every field', () => {
    expect(rules.length).toBeGreaterThan(300);
  });

  it('says in Korean what it says in English, with what it asks for', () => {
    const lacking = rules.filter(({ english }) => !HANGUL.test(ruleWords(english).ko));
    expect(lacking).toEqual([]);
    const silent = rules.filter(({ english, asked }) =>
      asked.some((value) => english.includes(value) && !ruleWords(english).ko.includes(value)),
    );
    expect(silent).toEqual([]);
  });

  it('leaves the English as it is', () => {
    for (const { english } of rules) expect(ruleWords(english).en).toBe(english);
  });
});

interface Rule {
  field: string;
  english: string;
  /** The numbers and choices that it asks for. */
  asked: string[];
}

/** The sentence of each rule of each field of each DTO, as class-validator makes it. */
function rulesOfFields(): Rule[] {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<new () => object, Metadata[]> };
  return [...storage.validationMetadatas.values()].flat().flatMap((rule) => {
    const english = englishOf(rule);
    const { constraints: [asked] = [] } = rule;
    const values = typeof asked === 'number' ? [`${asked}`] : Array.isArray(asked) ? [asked.join(', ')] : [];
    return english === undefined ? [] : [{ field: `${rule.target.name}.${rule.propertyName}`, english, asked: values }];
  });
}

interface Metadata {
  type: string;
  target: { name: string };
  propertyName: string;
  constraints?: unknown[];
  constraintCls: new () => object;
  message?: string | ((given: object) => string);
  each: boolean;
}

function englishOf({ type, target, propertyName, constraints = [], constraintCls, message, each }: Metadata) {
  if (type === 'nestedValidation')
    return `${each ? 'each value in ' : ''}nested property ${propertyName} must be either object or array`;
  if (type !== 'customValidation') return undefined;
  const given = { targetName: target.name, property: propertyName, object: {}, value: undefined, constraints };
  const [custom] = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  const made = message ?? custom?.instance.defaultMessage?.(given);
  const text = typeof made === 'function' ? made(given) : (made ?? '');
  return constraints.reduce<string>(
    (sentence, value, n) =>
      sentence.replaceAll(`$constraint${n + 1}`, Array.isArray(value) ? value.join(', ') : String(value)),
    text.replaceAll('$property', propertyName),
  );
}
