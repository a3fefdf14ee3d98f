import type { Readable } from 'node:stream';
import { readXml } from './xml.ts';

/** What is done while XML goes by. Names of elements come without their prefix, names of attributes with it. */
export interface XmlSteps {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** A piece of text; one text may come in several. */
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Walks XML as it is read and hands on whatever the steps have made, also several things of one element or none.
 * @param steps given a function that takes what was made
 * @throws ImportError `xml-damaged`; whatever the stream or a step throws
 */
export async function* walkXml<Made>(
  stream: Readable,
  steps: (made: (item: Made) => void) => XmlSteps,
): AsyncGenerator<Made> {
  let items: Made[] = [];
  const { open, text, close } = steps(item => items.push(item));
  const batches = readXml<Made[]>(stream, {
    open: (name, attributes) => open?.(name, attributes),
    text: piece => text?.(piece),
    close(name) {
      close?.(name);
      if (items.length === 0) return undefined;
      const complete = items;
      items = [];
      return complete;
    },
  });
  for await (const batch of batches) yield* batch;
}
