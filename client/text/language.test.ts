import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './language.ts';

describe('language', () => {
  it('takes the first language that we have, else Dutch', () => {
    expect(preferredLanguage(['fr-BE', 'en-GB', 'nl'])).toBe('en');
    expect(preferredLanguage(['nl-BE'])).toBe('nl');
    expect(preferredLanguage(['de'])).toBe('nl');
    expect(preferredLanguage([])).toBe('nl');
  });
});
