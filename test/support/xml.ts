/** Names of elements that stand open, after every tag was closed in order; throws where one was not. */
export function openAfter(xml: string): string[] {
  const open: string[] = [];
  const tag = /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|<|&(?!(?:amp|lt|gt|quot);)/g;
  for (const [whole, closes, name, , empty] of xml.matchAll(tag)) {
    if (name === undefined) throw new Error(`not well-formed: ${whole}`);
    if (closes && open.pop() !== name) throw new Error(`closes ${name} out of order`);
    if (!closes && !empty) open.push(name);
  }
  return open;
}
