import { randomBytes } from 'node:crypto';
import type { Database, Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';
import type { Embed, EmbedDocument } from '../contract/embed.ts';

type Row = Omit<Embed, 'withdrawn'> & { withdrawnOn: string | null; withdrawnReason: string | null };

const COLUMNS = sql`id, number, document, made_at as "madeAt", updated_at as "updatedAt",
  withdrawn_on as "withdrawnOn", withdrawn_reason as "withdrawnReason"`;

/** Letters and digits that nobody confuses on paper. An id is no secret, but nobody should stumble on another's. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newId = (): string => Array.from(randomBytes(12), byte => LETTERS[byte % LETTERS.length]!).join('');

function embedOf({ withdrawnOn, withdrawnReason, ...rest }: Row): Embed {
  const withdrawn =
    withdrawnOn === null || withdrawnReason === null ? null : { on: withdrawnOn, reason: withdrawnReason };
  return { ...rest, withdrawn };
}

async function oneEmbed(session: Session, statement: Sql): Promise<Embed | undefined> {
  const [row] = await session.query<Row>(statement);
  return row && embedOf(row);
}

/** A stored embed, withdrawn or not; undefined when there is none. */
export function embedById(session: Session, id: string): Promise<Embed | undefined> {
  return oneEmbed(session, sql`select ${COLUMNS} from embed where id = ${id}`);
}

/** Embeds of a municipality, or of all (undefined), the last changed first. */
export async function embeds(session: Session, municipality?: string): Promise<Embed[]> {
  const rows = await session.query<Row>(sql`
    select ${COLUMNS} from embed where ${municipality ?? null}::text is null or municipality = ${municipality ?? null}
    order by updated_at desc, id`);
  return rows.map(embedOf);
}

/** Stores an embed under a new id. */
export async function addEmbed(database: Database, document: EmbedDocument): Promise<Embed> {
  const stored = await oneEmbed(
    database,
    sql`insert into embed (id, municipality, document)
      values (${newId()}, ${document.municipality}, ${document}) returning ${COLUMNS}`,
  );
  return stored!;
}

/** Saves over that number and no other. @returns undefined when somebody else was first, or it is withdrawn */
export function saveEmbed(
  database: Database,
  { id, number, document }: Pick<Embed, 'id' | 'number' | 'document'>,
): Promise<Embed | undefined> {
  return oneEmbed(
    database,
    sql`update embed set document = ${document}, number = number + 1, updated_at = now(),
      municipality = ${document.municipality}
      where id = ${id} and number = ${number} and withdrawn_on is null returning ${COLUMNS}`,
  );
}

/** Withdraws an embed, once: a second time changes nothing. @returns undefined when there is none */
export function withdrawEmbed(database: Database, id: string, reason: string): Promise<Embed | undefined> {
  return oneEmbed(
    database,
    sql`update embed set withdrawn_on = coalesce(withdrawn_on, (now() at time zone 'Europe/Amsterdam')::date),
      withdrawn_reason = coalesce(withdrawn_reason, ${reason}), number = number + 1, updated_at = now()
      where id = ${id} returning ${COLUMNS}`,
  );
}
