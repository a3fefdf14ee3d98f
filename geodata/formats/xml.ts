import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { ImportError } from '../import/import-error.ts';

/** Elements within elements: registers stay far below. */
const DEEPEST = 100;

/** What reads a document as it comes by. Names are without their prefix. */
export interface XmlHandler<T> {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags, not trimmed; may come in pieces. */
  text(text: string): void;
  /** What is complete with this end, if anything. */
  close(name: string): T | undefined;
}

function damaged(cause: unknown): ImportError {
  return new ImportError(
    {
      code: 'xml-damaged',
      nl: 'Een XML-bestand in de levering is beschadigd of niet compleet. Download de levering opnieuw.',
      en: 'An XML file of the delivery is damaged or incomplete. Download the delivery again.',
    },
    { cause },
  );
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML (UTF-8) from front to back and gives what the handler completes; memory does not grow with its length.
 * @throws ImportError `xml-damaged` when it is not well-formed or breaks off; what the stream throws
 */
export async function* readXml<T>(stream: Readable, handler: XmlHandler<T>): AsyncGenerator<T> {
  const parser = sax.parser(true, {});
  const found: T[] = [];
  let depth = 0;
  let fault: unknown;
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) fault ??= new Error('too many elements within each other');
    handler.open(localName(name), attributes as Record<string, string>);
  };
  parser.ontext = text => handler.text(text);
  parser.oncdata = text => handler.text(text);
  parser.onclosetag = name => {
    depth -= 1;
    const complete = handler.close(localName(name));
    if (complete !== undefined) found.push(complete);
  };
  parser.onerror = error => {
    fault ??= error;
  };
  const decoder = new StringDecoder('utf8');
  const write = (text: string | null) => {
    if (text === null) parser.close();
    else parser.write(text);
    if (fault !== undefined) throw damaged(fault);
  };
  for await (const part of stream) {
    write(decoder.write(part as Buffer));
    yield* found.splice(0);
  }
  write(decoder.end());
  write(null);
  yield* found.splice(0);
}
