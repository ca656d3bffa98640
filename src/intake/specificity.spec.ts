import { describe, expect, it } from '@jest/globals';
import { specificity } from './specificity.js';

describe('specificity', () => {
  it.each([
    ['Seek technical assistance from OHCHR in order to establish a registry', 1, 'Seek technical assistance'],
    ['Continue efforts to ratify the Convention', 2, 'Continue'],
    ['Consider ratifying the Optional Protocol', 3, 'Consider'],
    ['Strengthen the protection of witnesses', 4, 'Strengthen'],
    ['Ratify the Optional Protocol', 5, 'Ratify'],
    ['Without delay repeal article 12, and promote a debate on it', 5, 'repeal'],
  ])('ranks "%s"', (text, action, words) => {
    expect(specificity(text)).toMatchObject({ action, words });
  });

  it('says where the words stand, and nothing where no verb is known', () => {
    const found = specificity('Swiftly abolish the death penalty');
    expect(found?.span).toEqual({ start: 8, end: 15 });
    expect(specificity('A better world')).toBeUndefined();
  });
});
