/** A statement: text with $1, $2, ... and the values for them. Only {@link sql} and {@link identifier} make one. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

class Statement implements Sql {
  readonly text: string;
  readonly values: readonly unknown[];

  constructor(text: string, values: readonly unknown[]) {
    this.text = text;
    this.values = values;
  }
}

/**
 * Tag that turns every `${}` into a bind value; a nested statement is spliced in with its own values.
 * There is no way to put a string into the text, so no byte of a request can reach it.
 */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  let text = strings[0] ?? '';
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    if (part instanceof Statement) {
      text += part.text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + values.length}`);
      values.push(...part.values);
    } else {
      values.push(part);
      text += `$${values.length}`;
    }
    text += strings[index + 1] ?? '';
  });
  return new Statement(text, values);
}

/** Nothing, for a condition that does not apply. */
export const NO_SQL: Sql = new Statement('', []);

/**
 * A table or column name as SQL text.
 * @throws TypeError unless it is a plain lower-case name: names come from our own tables, never from a request
 */
export function identifier(name: string): Sql {
  if (!/^[a-z_][a-z0-9_.]*$/.test(name)) throw new TypeError(`not an identifier: ${name}`);
  return new Statement(name, []);
}

/** Fixed text without values, from a file of ours. */
export function fixedSql(text: string): Sql {
  return new Statement(text, []);
}
