import { describe, expect, it } from 'vitest';
import { readTheme, ThemeFault, themeCss } from './theme.ts';

const theme = (declarations: string) => `.gemeente-theme {\n${declarations}\n}`;

describe('a theme file', () => {
  it('gives the tokens that our screens use, references resolved', () => {
    const tokens = readTheme(
      theme(`--basis-color: #123456; /* blue; */
      --utrecht-link-color: var(--basis-color);
      --utrecht-document-color: var(--not-there, rgb(10 20 30));
      --utrecht-button-padding: 4px; --utrecht-document-font-family: "Fira Sans", sans-serif`),
    );
    expect(tokens).toEqual({
      '--utrecht-link-color': '#123456',
      '--utrecht-document-color': 'rgb(10 20 30)',
      '--utrecht-document-font-family': '"Fira Sans", sans-serif',
    });
  });

  it.each([
    ['an address', '--x: url(https://evil.example/a.png); --utrecht-link-color: red'],
    ['an address without a scheme', '--x: url(//evil.example/a.png); --utrecht-link-color: red'],
    ['an address in quotes', '--x: URL( "https://evil.example" ); --utrecht-link-color: red'],
    ['an address behind a comment', '--x: u/**/rl(https://evil.example); --utrecht-link-color: url(/a)'],
    ['an escaped word', '--x: \\75rl(https://evil.example); --utrecht-link-color: red'],
    ['a set of images', '--x: image-set("https://evil.example/a.png" 1x); --utrecht-link-color: red'],
  ])('is refused for %s', (_, declarations) => {
    expect(() => readTheme(theme(declarations))).toThrow(ThemeFault);
  });

  it.each(['@import "https://evil.example/a.css";', '@font-face { src: local(x) }'])(
    'is refused for %s',
    rule => {
      expect(() => readTheme(`${rule}\n${theme('--utrecht-link-color: red')}`)).toThrow(ThemeFault);
    },
  );

  it('gives no value that is no colour and no name of a font', () => {
    const tokens = readTheme(
      theme(`--utrecht-link-color: expression(alert(1)); --utrecht-document-color: red;
      --utrecht-separator-color: red } body { display: none`),
    );
    expect(tokens).toEqual({ '--utrecht-document-color': 'red', '--utrecht-separator-color': 'red' });
  });

  it('may hold pictures of its own in tokens that we do not use', () => {
    const text = theme(
      '--icon: url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>"); --utrecht-link-color: #abc',
    );
    expect(readTheme(text)).toEqual({ '--utrecht-link-color': '#abc' });
  });

  it('ends when tokens name each other in a circle', () => {
    const text = theme(
      '--a: var(--b); --b: var(--a); --utrecht-link-color: var(--a); --utrecht-document-color: #000',
    );
    expect(readTheme(text)).toEqual({ '--utrecht-document-color': '#000' });
  });

  it('is refused when it has nothing of use, or is far too large', () => {
    expect(() => readTheme(theme('--ams-x: red'))).toThrow(ThemeFault);
    expect(() => readTheme('a'.repeat(3_000_000))).toThrow(ThemeFault);
  });

  it('becomes a sheet of tokens, light where it colours the page', () => {
    expect(themeCss({ '--utrecht-link-color': '#abc' })).toBe(':root {\n  --utrecht-link-color: #abc;\n}\n');
    expect(themeCss({ '--utrecht-document-color': '#000' })).toContain('color-scheme: light');
  });
});
