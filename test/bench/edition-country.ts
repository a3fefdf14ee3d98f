import { readFile } from 'node:fs/promises';
import type { Database } from '../../geodata/database/database.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import type { Bench } from './ground/bench.ts';
import { timed } from './ground/clock.ts';
import { measureEdition } from './ground/edition.ts';
import { newGround, openGround } from './ground/engine.ts';

/** Municipalities of 50,000 premises each: together a million. BENCH_MUNICIPALITIES makes fewer of them. */
const MUNICIPALITIES = Number(process.env.BENCH_MUNICIPALITIES ?? 20);
const PREMISES = 50_000;

async function loadMunicipality(database: Database, number: number): Promise<void> {
  const text = await readFile(new URL('ground/country.sql', import.meta.url), 'utf8');
  const about = { publish: publishFigures, madeBy: 'bench', software: 'bench' };
  await database.transaction(
    async transaction => {
      await transaction.script(text.replaceAll('$1', String(number)));
      const municipality = `GM8${String(number).padStart(3, '0')}`;
      await finishImport(transaction, about, { municipality, reason: 'bench' });
    },
    { deadline: 600_000 },
  );
}

/** A static edition of a million premises, on native PostgreSQL. Asked for by name only: it takes many minutes. */
export default async function benchEditionCountry({ engine, add }: Bench): Promise<void> {
  if (engine !== 'native') return;
  const ground = await newGround(engine);
  const country = await openGround(ground);
  try {
    const loading = await timed(async () => {
      for (let number = 0; number < MUNICIPALITIES; number += 1) await loadMunicipality(country, number);
    });
    const premises = (MUNICIPALITIES * PREMISES).toLocaleString('en');
    add({
      what: `${premises} premises: filling the database`,
      value: loading.milliseconds / 1000,
      unit: 's',
    });
    await measureEdition(`${premises} premises`, country, add);
  } finally {
    await country.close();
    await ground.remove();
  }
}

/** So that `npm run bench` without a name does not take so long. */
export const byNameOnly = true;
