import { describe, expect, it } from 'vitest';
import { embedAddress } from './embed-address.ts';

const BASE = 'https://www.gemeente.example/wonen/';

describe('the address of an embed', () => {
  it.each([
    'https://kaart.gemeente.example/e/abc',
    'http://127.0.0.1:8080/e/GM9999?x=1',
    '/e/abc',
    '//kaart.gemeente.example/e/abc',
  ])('%s is one', text => expect(embedAddress(text, BASE)?.pathname).toMatch(/^\/e\//));

  it.each([
    null,
    '',
    '   ',
    'https://kaart.gemeente.example/',
    'https://kaart.gemeente.example/e/',
    'https://kaart.gemeente.example/e//evil',
    'https://kaart.gemeente.example/explore/e/abc',
    'https://kaart.gemeente.example/e/../sign-in',
    'javascript:alert(1)//e/abc',
    'data:text/html,/e/abc',
    'blob:https://kaart.gemeente.example/e/abc',
    'file:///e/abc',
    'https://[/e/abc',
  ])('%s is none', text => expect(embedAddress(text, BASE)).toBeUndefined());
});
