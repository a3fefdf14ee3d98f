import { describe, expect, it } from 'vitest';
import { EmbedDocument } from '#contract/embed.ts';
import { readEmbedChoice, writeEmbedChoice } from './embed-address.ts';
import {
  choiceOf,
  differing,
  documentOf,
  EMBED_SHOWS,
  type EmbedChoice,
  isPlain,
  PLAIN_EMBED,
  plainOf,
} from './embed-choice.ts';

const SETTING = { municipality: 'GM9999', reading: 'streets' } as const;
const TURNED: EmbedChoice = {
  show: 'vacancy-map',
  area: 'centrum',
  scenario: 's1',
  version: 3,
  view: 'swipe',
  title: 'Leeg & "vol" = 1?',
  language: 'en',
  theme: 'dark',
  height: 480,
  table: false,
  series: 'open-round',
  referenceDate: '2026-01-01',
  function: 'retail',
  reading: 'concentration',
  legend: false,
  search: false,
  interaction: 'visible',
};

describe('a choice in the address', () => {
  it.each(EMBED_SHOWS)('%s comes back as it was', show => {
    const choice = { ...TURNED, show };
    const back = readEmbedChoice(writeEmbedChoice(choice, PLAIN_EMBED, ''));
    expect(differing(choice, back)).toEqual([]);
  });

  it('says nothing of what is plain, and leaves the rest of the address alone', () => {
    expect(writeEmbedChoice(PLAIN_EMBED, PLAIN_EMBED, '')).toBe('');
    const search = writeEmbedChoice(
      { ...PLAIN_EMBED, table: false },
      PLAIN_EMBED,
      '?language=en&municipality=GM9999&legend=no',
    );
    expect(search).toBe('?language=en&municipality=GM9999&table=no');
  });

  it('says what differs from a stored embed, back to plain too', () => {
    const stored = { ...TURNED, show: 'vacancy-map' as const };
    const changed = { ...stored, area: null, height: null, legend: true };
    const search = writeEmbedChoice(changed, stored, '?embed=k3h2');
    expect(search).toBe('?embed=k3h2&area=&height=&legend=yes');
    expect(differing(changed, readEmbedChoice(search, stored))).toEqual([]);
  });

  it('knows a scenario by its id alone', () => {
    expect(readEmbedChoice('?scenario=s1&version=2')).toMatchObject({
      show: 'scenario',
      scenario: 's1',
      version: 2,
    });
    expect(readEmbedChoice('?scenario=s1&show=figures').show).toBe('figures');
  });

  it.each([
    '?show=nonsense&reading=premises&interaction=now',
    '?height=99&version=0&map-language=de&map-theme=pink',
    '?height=1e3&table=true&date=yesterday&function=prison&area=a%2Fb',
    '?series=%3Cscript%3E&title=%20%20',
  ])('forgives %s', search => {
    expect(readEmbedChoice(search)).toEqual(PLAIN_EMBED);
  });
});

describe('a choice', () => {
  it.each(EMBED_SHOWS)('%s is a document that the contract takes, and comes back', show => {
    const document = documentOf({ ...TURNED, show }, SETTING);
    expect(EmbedDocument.parse(document)).toEqual(document);
    expect(differing({ ...TURNED, show }, choiceOf(document!))).toEqual([]);
  });

  it('takes what the contract takes where nothing is said', () => {
    const plain = EmbedDocument.parse({ show: 'vacancy-map', municipality: 'GM9999', reading: 'streets' });
    expect(documentOf(PLAIN_EMBED, SETTING)).toEqual(plain);
    const scenario = EmbedDocument.parse({ show: 'scenario', municipality: 'GM9999', scenario: 's1' });
    expect(documentOf({ ...PLAIN_EMBED, show: 'scenario', scenario: 's1' }, SETTING)).toEqual(scenario);
  });

  it('is no document while a scenario is still to be chosen', () => {
    expect(documentOf({ ...PLAIN_EMBED, show: 'scenario' }, SETTING)).toBeNull();
  });

  it('is plain where the address of the place shows the same', () => {
    const of = (patch: Partial<EmbedChoice>) => isPlain({ ...PLAIN_EMBED, ...patch }, SETTING);
    expect(of({})).toBe(true);
    expect(of({ area: 'centrum', height: 400, language: 'en' })).toBe(true);
    expect(of({ reading: 'streets' })).toBe(true);
    expect(of({ show: 'scenario', scenario: 's1', version: 2 })).toBe(true);
    // What another kind has does not count.
    expect(of({ show: 'scenario', scenario: 's1', reading: 'percentage' })).toBe(true);
    expect(of({ reading: 'percentage' })).toBe(false);
    expect(of({ show: 'figures' })).toBe(false);
    expect(of({ title: 'Eigen titel' })).toBe(false);
    expect(of({ table: false })).toBe(false);
    for (const show of EMBED_SHOWS) expect(isPlain(plainOf({ ...TURNED, show }), SETTING)).toBe(true);
  });
});
