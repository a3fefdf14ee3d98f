import { describe, expect, test } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';

describe('the configuration', () => {
  test('has a value for everything that needs one', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'info' });
    expect(readConfig({}).databaseUrl).toBeUndefined();
  });

  test('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
  });

  test('names every fault at once', () => {
    const wrong = { PORT: 'abc', PUBLIC_URL: 'kaart.example', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' };
    const read = () => readConfig(wrong);
    expect(read).toThrow(ConfigFault);
    for (const name of Object.keys(wrong)) expect(read).toThrow(new RegExp(`^  ${name}: `, 'm'));
  });

  test('does not say what is secret', () => {
    const url = 'postgres://kaart:hunter2@db.example/kaart?password=hunter3';
    const { knobs, databaseUrl } = readConfig({ DATABASE_URL: url, PORT: '8080' });
    expect(databaseUrl).toBe(url);
    expect(JSON.stringify(knobs)).not.toContain('hunter');
    expect(knobs).toContainEqual({ name: 'PORT', value: '8080', origin: 'environment' });
    expect(knobs).toContainEqual({ name: 'HOST', value: '127.0.0.1', origin: 'default' });
    expect(knobs).toContainEqual({ name: 'METRICS_PORT', value: '', origin: 'not set' });
    expect(knobs.find(knob => knob.name === 'DATABASE_URL')?.value).toMatch(
      /^postgres:\/\/kaart:\*+@db\.example/,
    );
  });

  test('an address has no slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://kaart.example/' }).publicUrl).toBe('https://kaart.example');
  });
});
